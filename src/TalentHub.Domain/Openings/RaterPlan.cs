namespace TalentHub.Domain.Openings;

/// <summary>The seats of one stage.</summary>
/// <param name="Size">Interviewers it needs, 0 or more.</param>
/// <param name="Pool">From whom they are taken; empty: anybody.</param>
public sealed record Seats(int Size, IReadOnlyCollection<Guid> Pool);

/// <summary>How many different people a plan can have rate a competency. The same person at two stages is one opinion.</summary>
public static class RaterPlan
{
    /// <summary>
    /// The most different raters the stages allow: every seat with a name to choose from is given to somebody nobody else holds, where that can be done
    /// (the largest matching of seats and people, by augmenting paths; Kuhn 1955); a seat nobody is named for can be taken by somebody new.
    /// </summary>
    /// <param name="stages">The stages that cover the competency.</param>
    public static int DifferentRaters(IReadOnlyCollection<Seats> stages)
    {
        var named = stages.SelectMany(s => Enumerable.Repeat(s.Pool, Math.Min(s.Size, s.Pool.Count))).ToList();
        var taken = new Dictionary<Guid, int>();
        return stages.Sum(s => Math.Max(0, s.Size - s.Pool.Count)) + Enumerable.Range(0, named.Count).Count(seat => Place(seat, []));

        bool Place(int seat, HashSet<Guid> tried)
        {
            foreach (var person in named[seat].Where(tried.Add))
            {
                if (taken.TryGetValue(person, out var other) && !Place(other, tried)) continue;
                taken[person] = seat;
                return true;
            }
            return false;
        }
    }
}
