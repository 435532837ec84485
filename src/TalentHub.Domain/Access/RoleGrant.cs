namespace TalentHub.Domain.Access;

/// <summary>That an account holds a role, since when and by whom.</summary>
public sealed class RoleGrant : Entity
{
    private RoleGrant() { }

    public RoleGrant(Guid accountId, Role role, Guid grantedBy, DateTime at) =>
        (AccountId, Role, GrantedBy, GrantedAt) = (accountId, role, grantedBy, at);

    public Guid AccountId { get; private set; }
    public Role Role { get; private set; }
    public Guid GrantedBy { get; private set; }
    public DateTime GrantedAt { get; private set; }
}
