using TalentHub.Science.Distributions;

namespace TalentHub.Science.Agreement;

internal sealed class IccMaker(int n, int k, MeanSquares squares, double level, Caution caution)
{
    private const double Tiny = 1e-12;

    // Under this many Satterthwaite degrees of freedom the F limits leave the range of a double.
    private const double LeastDegrees = 0.01;
    private readonly double _upperTail = 0.5 + (level / 2);

    public IccValue OneWay(bool mean) => FromRatio(squares.Within, n * (k - 1.0), mean);

    public IccValue Fixed(bool mean) => FromRatio(squares.Error, (n - 1.0) * (k - 1), mean);

    public IccValue TwoWay(bool mean)
    {
        var (msb, msj, mse) = (squares.Between, squares.Raters, squares.Error);
        double df1 = n - 1, df2 = (n - 1.0) * (k - 1);
        var raters = k * (msj - mse) / n;
        var bottom = msb + ((k - 1) * mse) + raters;
        if (bottom <= Tiny)
            return Undefined(df1, df2);
        var single = (msb - mse) / bottom;
        var value = mean ? (msb - mse) / (msb + (raters / k)) : single;
        if (mse <= Tiny)
            return new IccValue(new Estimate(value, null, null, n, level, caution), null, df1, df2, null);
        var (lower, upper) = TwoWayLimits(single);
        var estimate = new Estimate(value, StepUp(lower, mean), StepUp(upper, mean), n, level, caution);
        var f = msb / mse;
        return new IccValue(estimate, f, df1, df2, Quantiles.FisherFUpper(f, df1, df2));
    }

    private IccValue FromRatio(double error, double df2, bool mean)
    {
        double df1 = n - 1;
        if (squares.Between + error <= Tiny)
            return Undefined(df1, df2);
        if (error <= Tiny)
            return new IccValue(new Estimate(1, null, null, n, level, caution), null, df1, df2, null);
        var f = squares.Between / error;
        var lower = f / Quantiles.FisherF(df1, df2, _upperTail);
        var upper = f * Quantiles.FisherF(df2, df1, _upperTail);
        var estimate = new Estimate(Value(f, mean), Value(lower, mean), Value(upper, mean), n, level, caution);
        return new IccValue(estimate, f, df1, df2, Quantiles.FisherFUpper(f, df1, df2));
    }

    private double? Value(double f, bool mean)
    {
        if (!mean)
            return (f - 1) / (f + k - 1);
        return f > 0 ? 1 - (1 / f) : null;
    }

    private (double? Lower, double? Upper) TwoWayLimits(double single)
    {
        var (msb, msj, mse) = (squares.Between, squares.Raters, squares.Error);
        var ratio = msj / mse;
        var part = (n * (1 + ((k - 1) * single))) - (k * single);
        var top = (k - 1) * (n - 1.0) * Math.Pow((k * single * ratio) + part, 2);
        var df = top / (((n - 1.0) * k * k * single * single * ratio * ratio) + (part * part));
        if (df < LeastDegrees)
            return (null, null);
        var f1 = Quantiles.FisherF(n - 1, df, _upperTail);
        var f2 = Quantiles.FisherF(df, n - 1, _upperTail);
        var error = (k * msj) + (((k * n) - k - n) * mse);
        return (n * (msb - (f1 * mse)) / ((f1 * error) + (n * msb)), n * ((f2 * msb) - mse) / (error + (n * f2 * msb)));
    }

    private double? StepUp(double? single, bool mean) => mean ? k * single / (1 + ((k - 1) * single)) : single;

    private IccValue Undefined(double df1, double df2) =>
        new(new Estimate(null, null, null, n, level, Caution.NoVariation), null, df1, df2, null);
}
