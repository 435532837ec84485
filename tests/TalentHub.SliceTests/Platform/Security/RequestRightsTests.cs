using System.Reflection;
using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TalentHub.Domain;
using TalentHub.Domain.Access;
using TalentHub.SliceTests.Setup;
using TalentHub.Web.Platform.Failures;
using TalentHub.Web.Platform.Pipeline;

namespace TalentHub.SliceTests.Platform.Security;

/// <summary>T1 for every request, page or not: each role that lacks its right is refused by the real pipeline, and nobody gets past it unsigned.</summary>
[Trait("Category", "AnyEngine")]
public sealed class RequestRightsTests(World world) : IClassFixture<World>
{
    public static TheoryData<Type> Requests => [.. Pipeline.Requests(typeof(Program).Assembly).Where(t => t.GetCustomAttribute<RequiresAttribute>() is not null)];

    [Theory, MemberData(nameof(Requests))]
    public async Task Who_lacks_the_right_is_refused(Type request)
    {
        var right = request.GetCustomAttribute<RequiresAttribute>()!.Right;
        // Authorization is the first thing in the pipeline: it must refuse before anything reads what is in the request.
        var empty = RuntimeHelpers.GetUninitializedObject(request);
        await Assert.ThrowsAsync<NotSignedIn>(() => Send(Viewer.Nobody, empty));
        foreach (var role in Enum.GetValues<Role>().Where(r => !Rights.Held(right, [r])))
            await Assert.ThrowsAsync<NotFound>(() => Send(new Viewer(Guid.CreateVersion7(), "", new HashSet<Role> { role }), empty));
    }

    private Task<int> Send(Viewer viewer, object request) => world.Scoped(viewer, async services =>
    {
        var response = request.GetType().GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0];
        var send = typeof(IMediator).GetMethods().Single(m => m.Name == nameof(IMediator.Send) && m.IsGenericMethod).MakeGenericMethod(response);
        await (Task)send.Invoke(services.GetRequiredService<IMediator>(), BindingFlags.DoNotWrapExceptions, null, [request, CancellationToken.None], null)!;
        return 0;
    });
}
