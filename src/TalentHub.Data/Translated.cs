using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TalentHub.Data;

/// <summary>
/// A query put into SQL once for each engine, and not each time it is asked: for the few that run on every request or every save, where finding the
/// words again costs as much as the answer. Its text cannot depend on who asks, so rules that do are applied to what it finds.
/// </summary>
/// <typeparam name="T">What <c>EF.CompileAsyncQuery</c> returns.</typeparam>
public sealed class Translated<T>(Func<T> translate) where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> made = [];

    /// <summary>The query, for the engine of this context.</summary>
    public T For(TalentHubDb db) => made.GetValue(db.Model, _ => translate());
}
