using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using TalentHub.Data;

namespace TalentHub.Seed;

/// <summary>
/// Inserts many entities past the change tracker and therefore past the audit trail. What is written, column by column, comes
/// from the model, so each row is one the model itself would have written. Triggers (the search index) run as always.
/// </summary>
internal sealed class BulkInsert<T>(TalentHubDb db) where T : class
{
    private readonly IEntityType type = db.Model.FindEntityType(typeof(T))!;

    private List<IProperty> Properties => field ??= [.. type.GetProperties()];

    private string Table => Quoted(type.GetTableName()!);
    private string Columns => string.Join(", ", Properties.Select(p => Quoted(p.GetColumnName())));

    /// <summary>Inserts the rows inside the transaction that is open.</summary>
    public Task Run(IReadOnlyCollection<T> rows, CancellationToken ct) =>
        db.Database.GetDbConnection() is NpgsqlConnection postgres ? Copy(postgres, rows, ct) : Insert(rows, ct);

    private async Task Copy(NpgsqlConnection connection, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var property in Properties)
            {
                var value = ValueOf(property, row);
                if (value is null) await writer.WriteNullAsync(ct);
                else await writer.WriteAsync(value, ct);
            }
        }
        await writer.CompleteAsync(ct);
    }

    private async Task Insert(IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"INSERT INTO {Table} ({Columns}) VALUES ({string.Join(", ", Properties.Select((_, i) => $"$p{i}"))})";
        foreach (var (_, i) in Properties.Select((p, i) => (p, i))) command.Parameters.Add(Parameter(command, $"$p{i}"));
        await command.PrepareAsync(ct);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < Properties.Count; i++) command.Parameters[i].Value = ValueOf(Properties[i], row) ?? DBNull.Value;
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        return parameter;
    }

    private static object? ValueOf(IProperty property, T row)
    {
        var value = property.GetGetter().GetClrValue(row);
        return property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;
    }

    private string Quoted(string name) => db.GetService<ISqlGenerationHelper>().DelimitIdentifier(name);
}
