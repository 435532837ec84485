using System.Runtime.CompilerServices;

namespace TalentHub.SliceTests.Setup;

/// <summary>What the test process needs of the machine.</summary>
internal static class Machine
{
    /// <summary>Every program under test watches its files; the machine allows a user 128 such watches, so they poll instead.</summary>
    [ModuleInitializer]
    internal static void DoNotUseUpFileWatches() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
