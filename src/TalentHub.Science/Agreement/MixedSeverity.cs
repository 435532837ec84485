using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Optimization;
using TalentHub.Science.Distributions;

namespace TalentHub.Science.Agreement;

/// <summary>A random effect as predicted: what is left of a deviation once chance is allowed for. The fewer ratings behind it, the closer to 0.</summary>
/// <param name="Name">The candidate or the rater.</param>
/// <param name="Effect">Points of the scale; above 0 is a stronger candidate or a more lenient rater.</param>
/// <param name="Deviation">Conditional standard deviation of <paramref name="Effect"/>, given the variances; 0 where the variance is 0.</param>
/// <param name="N">Ratings behind it.</param>
public sealed record PredictedEffect(string Name, double Effect, double Deviation, int N)
{
    /// <summary>The effect with a normal interval. It takes the variances as known, so with few raters it is somewhat too narrow.</summary>
    /// <param name="level">Confidence level, 0 to 1 exclusive.</param>
    /// <param name="minimum">Ratings under which it is called too few to say.</param>
    public Estimate Interval(double level, int minimum)
    {
        var half = Quantiles.NormalTwoSided(level) * Deviation;
        return new Estimate(Effect, Effect - half, Effect + half, N, level, Minimums.Judge(N, minimum));
    }
}

/// <summary>How far ratings differ by candidate, by rater and by neither.</summary>
/// <param name="Level">Mean of the model.</param>
/// <param name="CandidateVariance">Between candidates, 0 or more.</param>
/// <param name="RaterVariance">Between raters, 0 or more.</param>
/// <param name="ResidualVariance">Within, above 0.</param>
/// <param name="LogLikelihood">Restricted log likelihood at the maximum.</param>
/// <param name="Candidates">In the order they appear.</param>
/// <param name="Raters">In the order they appear.</param>
public sealed record MixedSeverityResult(
    double Level, double CandidateVariance, double RaterVariance, double ResidualVariance, double LogLikelihood,
    IReadOnlyList<PredictedEffect> Candidates, IReadOnlyList<PredictedEffect> Raters)
{
    /// <summary>Whether one of the two variances is estimated as 0: no sign that candidates, or raters, differ at all.</summary>
    public bool Singular => CandidateVariance == 0 || RaterVariance == 0;
}

/// <summary>How severe is each rater, once who they happened to meet and how few they met is allowed for?</summary>
public static class MixedSeverity
{
    /// <summary>A ratio of standard deviations under which the variance is taken as 0.</summary>
    private const double Nought = 1e-4;

    /// <summary>The largest such ratio: where candidate and rater explain every rating, the likelihood would grow with it for ever.</summary>
    private const double Most = 1e3;

    /// <summary>
    /// score = level + candidate + rater + residual, candidates and raters crossed random effects; variances by restricted maximum likelihood, effects as best
    /// linear unbiased predictions (Bates et al. 2015, sections 3.4 and 3.6; Robinson 1991). Unlike <see cref="RaterSeverity"/> it needs no connected graph and
    /// shrinks who rated little; the price is the assumption that raters met candidates by chance.
    /// </summary>
    /// <param name="ratings">Two candidates and two raters at least, and more ratings than either.</param>
    /// <returns>None where it cannot be told: too few ratings, or no variation at all.</returns>
    /// <exception cref="ArgumentException">A rating that is not finite.</exception>
    public static MixedSeverityResult? Fit(IReadOnlyList<RatedOnce> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        if (ratings.Any(r => !double.IsFinite(r.Score))) throw new ArgumentException("Every rating must be finite.", nameof(ratings));
        if (ratings.Count == 0) return null;
        var design = new Design(ratings);
        if (design.Candidates.Count < 2 || design.Raters.Count < 2 || ratings.Count <= Math.Max(design.Candidates.Count, design.Raters.Count) || design.Total <= 0) return null;
        var best = NelderMeadSimplex.Minimum(ObjectiveFunction.Value(x => design.At(Bounded(x[0]), Bounded(x[1])).Deviance), Vector<double>.Build.Dense(2, 1.0), 1e-12, 5_000).MinimizingPoint;
        double Ratio(int i) => Bounded(best[i]) < Nought ? 0 : Bounded(best[i]);
        return design.At(Ratio(0), Ratio(1)).Result();
    }

    private static double Bounded(double ratio) => Math.Min(Math.Abs(ratio), Most);

    /// <summary>The counts the likelihood is made of. Candidates are eliminated first, so that what is factored is as wide as there are raters.</summary>
    private sealed class Design
    {
        private readonly List<(int Candidate, int Rater)> cells;

        public Design(IReadOnlyList<RatedOnce> ratings)
        {
            Candidates = [.. ratings.Select(r => r.Candidate).Distinct()];
            Raters = [.. ratings.Select(r => r.Rater).Distinct()];
            var (candidateAt, raterAt) = (Places(Candidates), Places(Raters));
            cells = [.. ratings.Select(r => (candidateAt[r.Candidate], raterAt[r.Rater]))];
            Mean = ratings.Average(r => r.Score);
            N = ratings.Count;
            Crossed = Matrix<double>.Build.Dense(Candidates.Count, Raters.Count);
            (CandidateSums, RaterSums) = (Vector<double>.Build.Dense(Candidates.Count), Vector<double>.Build.Dense(Raters.Count));
            for (var i = 0; i < N; i++)
            {
                var score = ratings[i].Score - Mean;
                Crossed[cells[i].Candidate, cells[i].Rater]++;
                CandidateSums[cells[i].Candidate] += score;
                RaterSums[cells[i].Rater] += score;
                Total += score * score;
            }
            (CandidateCounts, RaterCounts) = (Crossed.RowSums(), Crossed.ColumnSums());
        }

        public List<string> Candidates { get; }
        public List<string> Raters { get; }
        public int N { get; }
        public double Mean { get; }

        /// <summary>Sum of squares about the mean.</summary>
        public double Total { get; }

        /// <summary>Ratings by candidate and rater.</summary>
        public Matrix<double> Crossed { get; }

        public Vector<double> CandidateCounts { get; }
        public Vector<double> RaterCounts { get; }
        public Vector<double> CandidateSums { get; }
        public Vector<double> RaterSums { get; }

        public Point At(double candidate, double rater) => new(this, candidate, rater);

        private static Dictionary<string, int> Places(List<string> names) => names.Select((name, at) => (name, at)).ToDictionary(n => n.name, n => n.at);
    }

    /// <summary>The likelihood with the two standard deviations at these ratios to the residual's.</summary>
    private sealed class Point
    {
        private readonly Design design;
        private readonly double candidate, rater, residual, level, information;
        private readonly Vector<double> diagonal;
        private readonly Matrix<double> coupling;
        private readonly Cholesky<double> reduced;

        public Point(Design design, double candidate, double rater)
        {
            (this.design, this.candidate, this.rater) = (design, candidate, rater);
            diagonal = (design.CandidateCounts * (candidate * candidate)) + 1;
            coupling = design.Crossed * (candidate * rater);
            var inner = Matrix<double>.Build.DiagonalOfDiagonalVector((design.RaterCounts * (rater * rater)) + 1);
            reduced = (inner - (coupling.Transpose() * Divided(coupling))).Cholesky();
            var (ones, scores) = ((design.CandidateCounts * candidate, design.RaterCounts * rater), (design.CandidateSums * candidate, design.RaterSums * rater));
            var (onesSolved, scoresSolved) = (Solve(ones), Solve(scores));
            information = design.N - Product(ones, onesSolved);
            level = -Product(ones, scoresSolved) / information;
            // A model that fits to the last digit has no residual; the floor keeps its logarithm.
            residual = Math.Max(design.Total - Product(scores, scoresSolved) - (level * level * information), design.Total * 1e-12);
        }

        private int Freedom => design.N - 1;

        public double Deviance => diagonal.Sum(Math.Log) + reduced.DeterminantLn + Math.Log(information) + (Freedom * (1 + Math.Log(2 * Math.PI * residual / Freedom)));

        public MixedSeverityResult Result()
        {
            var variance = residual / Freedom;
            var (candidates, raters) = Solve(((design.CandidateSums - (design.CandidateCounts * level)) * candidate, (design.RaterSums - (design.RaterCounts * level)) * rater));
            var inverse = reduced.Solve(Matrix<double>.Build.DenseIdentity(design.Raters.Count));
            double CandidateSpread(int i)
            {
                var row = coupling.Row(i) / diagonal[i];
                return (1 / diagonal[i]) + (row * inverse * row);
            }
            return new MixedSeverityResult(
                design.Mean + level, variance * candidate * candidate, variance * rater * rater, variance, -Deviance / 2,
                [.. design.Candidates.Select((name, i) => new PredictedEffect(name, candidate * candidates[i], candidate * Math.Sqrt(variance * CandidateSpread(i)), (int)design.CandidateCounts[i]))],
                [.. design.Raters.Select((name, j) => new PredictedEffect(name, rater * raters[j], rater * Math.Sqrt(variance * inverse[j, j]), (int)design.RaterCounts[j]))]);
        }

        private static double Product((Vector<double> Candidates, Vector<double> Raters) a, (Vector<double> Candidates, Vector<double> Raters) b) => (a.Candidates * b.Candidates) + (a.Raters * b.Raters);

        private (Vector<double> Candidates, Vector<double> Raters) Solve((Vector<double> Candidates, Vector<double> Raters) right)
        {
            var raters = reduced.Solve(right.Raters - (coupling.Transpose() * right.Candidates.PointwiseDivide(diagonal)));
            return ((right.Candidates - (coupling * raters)).PointwiseDivide(diagonal), raters);
        }

        private Matrix<double> Divided(Matrix<double> rows) => Matrix<double>.Build.Dense(rows.RowCount, rows.ColumnCount, (i, j) => rows[i, j] / diagonal[i]);
    }
}
