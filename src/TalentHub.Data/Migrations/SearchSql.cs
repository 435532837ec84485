namespace TalentHub.Data.Migrations;

/// <summary>What the model builder cannot say: the search index and the guards of the audit trail, for each engine.</summary>
internal static class SearchSql
{
    public const string Sqlite = """
        CREATE TABLE candidate_search_keys (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
        CREATE VIRTUAL TABLE candidate_search USING fts5(name, email, headline, notes, tokenize='trigram');
        CREATE TRIGGER candidate_search_insert AFTER INSERT ON "Candidates" BEGIN
          INSERT INTO candidate_search_keys(id) VALUES (new."Id");
          INSERT INTO candidate_search(rowid, name, email, headline, notes)
            SELECT key, new."Name", new."Email", new."Headline", new."Notes" FROM candidate_search_keys WHERE id = new."Id";
        END;
        CREATE TRIGGER candidate_search_update AFTER UPDATE OF "Name", "Email", "Headline", "Notes" ON "Candidates" BEGIN
          UPDATE candidate_search SET name = new."Name", email = new."Email", headline = new."Headline", notes = new."Notes"
            WHERE rowid = (SELECT key FROM candidate_search_keys WHERE id = new."Id");
        END;
        CREATE TRIGGER candidate_search_delete AFTER DELETE ON "Candidates" BEGIN
          DELETE FROM candidate_search WHERE rowid = (SELECT key FROM candidate_search_keys WHERE id = old."Id");
          DELETE FROM candidate_search_keys WHERE id = old."Id";
        END;
        CREATE TRIGGER audit_no_update BEFORE UPDATE ON "AuditRows" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON "AuditRows" BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        """;

    public const string Postgres = """
        CREATE EXTENSION IF NOT EXISTS pg_trgm;
        ALTER TABLE "Candidates" ADD COLUMN search_text text GENERATED ALWAYS AS
          (lower("Name" || ' ' || coalesce("Email", '') || ' ' || coalesce("Headline", '') || ' ' || coalesce("Notes", ''))) STORED;
        CREATE INDEX ix_candidates_search ON "Candidates" USING gin (search_text gin_trgm_ops);
        CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$;
        CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON "AuditRows" FOR EACH ROW EXECUTE FUNCTION audit_append_only();
        CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON "AuditRows" FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
        """;
}
