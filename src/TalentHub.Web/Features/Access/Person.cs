using MediatR;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Access;

public static class Person
{
    [Requires(Right.ManageAccounts)]
    public sealed record Query(Guid Id) : IQuery<View>;

    /// <param name="Employees">Name and number of the employee the account belongs to, the latest record first; several when they left and came back.</param>
    public sealed record View(Guid Id, string Name, string Email, AccountState State, DateTime Since, DateTime? DisabledAt, IReadOnlyList<Grant> Grants, bool Myself, IReadOnlyList<string> Employees, bool Calibration);

    public sealed record Grant(Role Role, DateTime At, string By);

    internal sealed class Reader(TalentHubDb db, Viewer viewer) : IRequestHandler<Query, View>
    {
        public async Task<View> Handle(Query query, CancellationToken ct)
        {
            var account = await db.Users.Where(a => a.Id == query.Id)
                .Select(a => new { a.Id, a.DisplayName, a.Email, a.CreatedAt, a.DisabledAt, Invited = a.PasswordHash == null && a.DemoNote == null }).SingleOrDefaultAsync(ct) ?? throw new NotFound("That account");
            var grants = await db.RoleGrants.Where(g => g.AccountId == query.Id).OrderBy(g => g.Role)
                .Select(g => new Grant(g.Role, g.GrantedAt, g.GrantedBy == Viewer.Console.AccountId ? Viewer.Console.Name : db.Users.Where(a => a.Id == g.GrantedBy).Select(a => a.DisplayName).FirstOrDefault() ?? "someone no longer here")).ToListAsync(ct);
            var employees = await db.Employees.Where(e => e.AccountId == query.Id).OrderByDescending(e => e.HiredOn).Select(e => e.Name + ", " + e.Number).ToListAsync(ct);
            return new View(account.Id, account.DisplayName, account.Email ?? "", AccountStates.Of(account.DisabledAt is not null, account.Invited), account.CreatedAt, account.DisabledAt, grants, account.Id == viewer.AccountId, employees, viewer.May(Right.ReadCalibration));
        }
    }
}
