using System.Text.Json;
using TalentHub.Science;
using TalentHub.Science.Validity;

namespace TalentHub.UnitTests.Science;

internal static class ValidityVectors
{
    public static readonly IReadOnlyDictionary<string, Action<Vector>> Methods = new Dictionary<string, Action<Vector>>
    {
        ["range_restriction"] = Restriction,
        ["attenuation"] = Attenuation,
        ["benjamini_hochberg"] = Adjust,
    };

    private static void Restriction(Vector v)
    {
        var n = v.Inputs.TryGetProperty("n", out var pairs) ? pairs.GetInt32() : 100;
        var got = RangeRestriction.Correct(v.Number("r_restricted"), n, v.Number("sd_unrestricted"), v.Number("sd_restricted"));
        v.Check("r_corrected", got.Corrected.Value);
        v.CheckIfStated("uncorrected_lower95", got.Raw.Lower);
        v.CheckIfStated("uncorrected_upper95", got.Raw.Upper);
        v.CheckIfStated("lower95", got.Corrected.Lower);
        v.CheckIfStated("upper95", got.Corrected.Upper);
    }

    private static void Attenuation(Vector v)
    {
        if (v.Expects("r12"))
        {
            var (r, reliabilities) = (v.Table("r_matrix"), v.Numbers("reliabilities"));
            v.Check("r12", RangeRestriction.Disattenuate(r[0][1], reliabilities[0], reliabilities[1]).Value);
            v.Check("r13", RangeRestriction.Disattenuate(r[0][2], reliabilities[0], reliabilities[2]).Value);
            v.Check("r23", RangeRestriction.Disattenuate(r[1][2], reliabilities[1], reliabilities[2]).Value);
            return;
        }

        var predictor = v.Inputs.TryGetProperty("rxx", out var rxx) ? rxx.GetDouble() : 1;
        var (value, caution) = RangeRestriction.Disattenuate(v.Number("r"), v.Number("ryy"), predictor);
        v.CheckIfStated("operational_validity", value);
        v.CheckIfStated("true_score_r", value);
        Assert.Equal(v.Expects("must"), caution == Caution.OutOfRange);
    }

    private static void Adjust(Vector v)
    {
        var p = v.Inputs.GetProperty("p").EnumerateArray()
            .Select(e => e.ValueKind == JsonValueKind.Null ? (double?)null : e.GetDouble()).ToArray();
        var adjusted = ManyTests.BenjaminiHochberg(p);
        v.CheckEach("adjusted", adjusted);
        v.CheckEach("holm", ManyTests.Holm(p));
        v.CheckIfStated("rejected", adjusted.Count(a => a <= v.Number("q")));
        v.CheckIfStated("m_tests", adjusted.Count(a => a is not null));
        v.CheckIfStated("bonferroni_rejected", p.Count(x => x * p.Length <= v.Number("q")));
    }
}
