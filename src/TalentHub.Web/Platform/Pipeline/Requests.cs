using MediatR;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Platform.Pipeline;

/// <summary>A request that changes something: runs in one write transaction, saved by the pipeline.</summary>
public interface ICommand<out T> : IRequest<T>;

/// <summary>A command with nothing to return.</summary>
public interface ICommand : ICommand<Unit>;

/// <summary>A request that only reads: opens no transaction.</summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>A form that was filled from a version of the thing it edits.</summary>
public interface IVersioned
{
    int Version { get; set; }
}

/// <summary>The right a request asks for. Rows are narrowed further by <c>VisibleTo</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Right right) : Attribute
{
    public Right Right { get; } = right;
}

/// <summary>A request anyone may send, and why that is right.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
