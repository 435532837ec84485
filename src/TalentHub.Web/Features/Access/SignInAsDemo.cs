using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Access;
using TalentHub.Domain;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class SignInAsDemo
{
    [Open("the demo company is there to be looked around in; any other database refuses")]
    public sealed record Command(Guid AccountId) : ICommand;

    internal sealed class Writer(TalentHubDb db, SignInManager<Account> signIn) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            if (!await db.Marks.AnyAsync(m => m.Name == DatabaseMark.Demo, ct)) throw new NotFound();
            var account = await db.Users.AsTracking().SingleOrDefaultAsync(a => a.Id == command.AccountId && a.DemoNote != null && a.DisabledAt == null, ct) ?? throw new NotFound("That person");
            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }
    }
}
