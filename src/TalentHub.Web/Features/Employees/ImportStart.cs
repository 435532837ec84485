using MediatR;
using TalentHub.Domain.Access;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.Web.Features.Employees;

/// <summary>The empty import page: nothing to read, but not everyone may see it.</summary>
public static class ImportStart
{
    [Requires(Right.ImportEmployees)]
    public sealed record Query : IQuery<Unit>;

    internal sealed class Reader : IRequestHandler<Query, Unit>
    {
        public Task<Unit> Handle(Query query, CancellationToken ct) => Unit.Task;
    }
}
