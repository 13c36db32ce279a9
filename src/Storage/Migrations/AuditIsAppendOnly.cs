using Microsoft.EntityFrameworkCore.Migrations;

namespace SupportBot.Storage;

/// <summary>The database itself refuses to change what was audited, whoever asks.</summary>
internal static class AuditIsAppendOnly
{
    public static void OnSqlite(MigrationBuilder migration)
    {
        foreach (var act in (string[])["UPDATE", "DELETE"])
            migration.Sql($"CREATE TRIGGER audit_no_{act.ToLowerInvariant()} BEFORE {act} ON audit BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;");
        // INSERT OR REPLACE deletes without the delete trigger.
        migration.Sql("CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'audit is append only'); END;");
    }

    public static void OnPostgres(MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append only'; END $$;");
        migration.Sql("CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();");
        migration.Sql("CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();");
    }
}
