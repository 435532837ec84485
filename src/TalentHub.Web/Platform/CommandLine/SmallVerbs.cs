using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Data.Auditing;
using TalentHub.Web.Platform.Printing;

namespace TalentHub.Web.Platform.CommandLine;

/// <summary>Reads the whole audit chain and says whether it is whole.</summary>
internal static class AuditVerify
{
    public static Command Build()
    {
        var data = Verbs.DataOption();
        var head = new Option<string?>("--expect-head") { Description = "A head printed by an earlier check, which must still be in the chain." };
        var verify = new Command("verify", "Check every row of the audit trail against its hash and its neighbours.") { data, head };
        verify.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            var check = await services.GetRequiredService<AuditVerifier>().Check(ct, parsed.GetValue(head));
            Console.WriteLine(check.Whole ? $"The audit trail is whole: {check.Rows:N0} rows. Head {check.Head}" : check.Problem);
            return check.Whole ? 0 : 1;
        }));
        return new Command("audit", "Look after the audit trail.") { verify };
    }
}

/// <summary>Says what is configured and whether it works, before anyone depends on it.</summary>
internal static class ConfigCheck
{
    public static Command Build()
    {
        var data = Verbs.DataOption();
        var check = new Command("check", "Check database, key and printer, and say what is missing.") { data };
        check.SetAction((parsed, ct) => Verbs.WithDatabase(parsed, data, ct, async services =>
        {
            var db = services.GetRequiredService<TalentHubDb>();
            Console.WriteLine($"Database   {(db.Database.IsSqlite() ? $"SQLite in {services.GetRequiredService<DataDirectory>().Path}" : "PostgreSQL")}, schema up to date");
            Console.WriteLine($"Accounts   {await db.Users.CountAsync(ct):N0}");
            Console.WriteLine($"Demo       {(await db.Marks.AnyAsync(m => m.Name == Data.Access.DatabaseMark.Demo, ct) ? "yes: served on this machine alone" : "no")}");
            var printing = new PrintingOptions();
            services.GetRequiredService<IConfiguration>().GetSection("Printing").Bind(printing);
            try
            {
                Console.WriteLine($"Reports    {printing.FindChromium()}");
                return 0;
            }
            catch (PrinterUnavailable missing)
            {
                Console.WriteLine($"Reports    {missing.Message}");
                return 1;
            }
        }));
        return new Command("config", "Look at the configuration.") { check };
    }
}
