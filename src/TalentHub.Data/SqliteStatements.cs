using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalentHub.Data;

/// <summary>
/// Keeps what a SQLite connection has prepared, for the next time the same words are asked: reading a statement and planning it takes SQLite longer than
/// running most of ours. The library prepares anew for every command; EF makes a new command for every query. PostgreSQL's library can do this by itself.
/// </summary>
internal sealed class SqliteStatements : DbCommandInterceptor
{
    public static readonly SqliteStatements Instance = new();

    /// <summary>Statements a connection keeps. One more, and it begins anew: a connection that never asks the same thing twice is no slower for it.</summary>
    private const int Most = 128;

    private readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, Statement>> kept = [];

    /// <summary>Whether nobody is still reading what one of them found.</summary>
    public bool AllBack(SqliteConnection connection) => !kept.TryGetValue(connection, out var statements) || !statements.Values.Any(s => s.IsLent);

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        // A migration runs once.
        if (eventData.CommandSource == CommandSource.Migrations || result is not SqliteCommand { Connection: { } connection } asked) return result;
        var statements = kept.GetOrCreateValue(connection);
        if (statements.TryGetValue(asked.CommandText, out var statement) && statement.IsLent) return result;
        if (statement is null or { IsGone: true })
        {
            if (statements.Count == Most) LetGo(statements);
            statements[asked.CommandText] = statement = new Statement(asked.CommandText, connection);
        }
        statement.Lend(asked);
        return statement;
    }

    private static void LetGo(Dictionary<string, Statement> statements)
    {
        foreach (var (text, statement) in statements)
        {
            if (statement.IsLent) continue;
            statement.Dispose();
            statements.Remove(text);
        }
    }

    /// <summary>A prepared command. Whoever borrowed it disposes of it as of any other, and it comes back; disposed while nobody has it, it is gone.</summary>
    private sealed class Statement(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        public bool IsLent { get; private set; }
        public bool IsGone { get; private set; }

        public void Lend(SqliteCommand asked)
        {
            (IsLent, Transaction, CommandTimeout) = (true, asked.Transaction, asked.CommandTimeout);
            foreach (SqliteParameter parameter in asked.Parameters) Parameters.Add(parameter);
            asked.Dispose();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing && IsLent && DataReader is null)
            {
                Parameters.Clear();
                (IsLent, Transaction) = (false, null);
                return;
            }
            IsGone = true;
            base.Dispose(disposing);
        }
    }
}
