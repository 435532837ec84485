using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Razor.Hosting;
using TalentHub.SliceTests.Platform.Printing;
using TalentHub.Web.Platform.Printing;

[assembly: RazorCompiledItem(typeof(SampleReport), "mvc.1.0.view", SampleReport.ViewPath)]

namespace TalentHub.SliceTests.Platform.Printing;

public sealed record SampleRow(string Competency, int Weight, string Mean, string Interval, int Raters, string Evidence);

public sealed record SampleModel(string Name, IReadOnlyList<SampleRow> Rows);

/// <summary>
/// A print view as the Razor compiler would write it: this project compiles no .cshtml, and the layout needs a view.
/// </summary>
public sealed class SampleReport : RazorPage<SampleModel>
{
    public const string ViewPath = "/Samples/Report.cshtml";

    public override Task ExecuteAsync()
    {
        Layout = PrintView.Paper;
        ViewData["Kind"] = "Candidate dossier";
        ViewData["Title"] = Model.Name;
        ViewData["Aside"] = "external";
        DefineSection("Lead", () =>
        {
            WriteLiteral("Strongest on launching with other functions; least known on our products and customers. " +
                "The panel splits on <i>builds and turns people</i>.");
            return Task.CompletedTask;
        });
        Ratings();
        WriteLiteral("""
            <h2>Where the panel splits: builds and turns people</h2>
            <table class="quotes"><tbody>
            <tr><th scope="row">5</th><td>“Took two managers off plan in 2024, kept both.” <span class="muted">R. Okafor</span></td></tr>
            <tr><th scope="row">3</th><td>“Both turnarounds had a predecessor’s plan.” <span class="muted">J. Lindqvist</span></td></tr>
            </tbody></table>
            <h2>Decision</h2>
            <table class="pairs"><tbody>
            <tr><th scope="row">Proposed</th><td><b>Hire</b>, subject to the fourth reference <span class="chip w">waiting</span></td></tr>
            <tr><th scope="row">Dissent</th><td>J. Lindqvist: would first see a second work sample on people</td></tr>
            </tbody></table>
            <div class="signatures"><p>Executive sponsor, date</p><p>HR, date</p><p>Hiring lead, date</p></div>
            """);
        return Task.CompletedTask;
    }

    private void Ratings()
    {
        WriteLiteral("""
            <h2>Ratings</h2><table><thead><tr><th scope="col">Competency</th><th scope="col" class="num">Weight</th>
            <th scope="col" class="num">Mean</th><th scope="col">90 % interval</th><th scope="col" class="num">Raters</th>
            <th scope="col">Evidence</th></tr></thead><tbody>
            """);
        foreach (var row in Model.Rows)
        {
            WriteLiteral("<tr><th scope=\"row\">");
            Write(row.Competency);
            WriteLiteral($"</th><td class=\"num\">{row.Weight} %</td><td class=\"num\">{row.Mean}</td>");
            WriteLiteral($"<td class=\"range\">{row.Interval}</td><td class=\"num\">{row.Raters}</td><td>{row.Evidence}</td></tr>");
        }

        WriteLiteral("</tbody></table>");
    }
}
