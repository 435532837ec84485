using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.SliceTests.Setup;

/// <summary>Counts the SQL commands sent, so that a test can say how many a page takes.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private int count;

    public int Count => count;

    /// <summary>How many commands the work sends.</summary>
    public async Task<int> During(Func<Task> work)
    {
        var before = count;
        await work();
        return count - before;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
