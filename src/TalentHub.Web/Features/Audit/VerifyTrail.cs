using MediatR;
using TalentHub.Data.Auditing;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Audit;

public static class VerifyTrail
{
    [Requires(Right.ReadAudit)]
    public sealed record Query : IQuery<AuditCheck>;

    internal sealed class Reader(AuditVerifier verifier) : IRequestHandler<Query, AuditCheck>
    {
        public Task<AuditCheck> Handle(Query query, CancellationToken ct) => verifier.Check(ct);
    }
}
