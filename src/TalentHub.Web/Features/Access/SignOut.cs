using MediatR;
using Microsoft.AspNetCore.Identity;
using TalentHub.Data.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class SignOut
{
    [Open("anyone may leave, also with a session that has already ended")]
    public sealed record Command : ICommand;

    internal sealed class Writer(SignInManager<Account> signIn) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command command, CancellationToken ct)
        {
            await signIn.SignOutAsync();
            return Unit.Value;
        }
    }
}
