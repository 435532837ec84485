namespace TalentHub.SliceTests.Setup;

/// <summary>Names the slices a class of tests walks through by their pages, without sending their requests by name.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class CoversAttribute(params Type[] slices) : Attribute
{
    public IReadOnlyList<Type> Slices { get; } = slices;
}
