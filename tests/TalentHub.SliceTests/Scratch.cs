using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using TalentHub.Data;
namespace TalentHub.SliceTests;
public class Scratch
{
    [Fact]
    public void Diff()
    {
        using var db = new SqliteDb((DbContextOptions<SqliteDb>)Engines.UseSqlite(new DbContextOptionsBuilder<SqliteDb>(), "x.db").Options);
        var snap = db.GetService<IMigrationsAssembly>().ModelSnapshot;
        Assert.NotNull(snap);
        var model = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)snap.Model).FinalizeModel(), designTime: true, validationLogger: null);
        var d = db.GetService<IMigrationsModelDiffer>().GetDifferences(model.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());
        Assert.Fail(string.Join("\n", d.Select(o => System.Text.Json.JsonSerializer.Serialize<object>(o, new System.Text.Json.JsonSerializerOptions{ReferenceHandler=System.Text.Json.Serialization.ReferenceHandler.IgnoreCycles})).Select(s=>s[..Math.Min(300,s.Length)])));
    }
}
