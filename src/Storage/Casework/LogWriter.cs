using SupportBot.Cases;

namespace SupportBot.Storage;

/// <summary>Writes what a step does to its case's row of the public log, in the step's own transaction.</summary>
internal static class LogWriter
{
    private static readonly Sql Put = new(
        """
        INSERT INTO log_row(id, case_id, protocol, school, jurisdiction, school_year, reported, kind, grades, basis, outcome, action, days, held)
        VALUES(@id, @case, @protocol, @school, @jurisdiction, @year, @reported, @kind, @grades, @basis, @outcome, @action, @days, @held)
        ON CONFLICT (case_id) DO UPDATE SET protocol=excluded.protocol, school=excluded.school, jurisdiction=excluded.jurisdiction, school_year=excluded.school_year,
          reported=excluded.reported, kind=excluded.kind, grades=excluded.grades, basis=excluded.basis, outcome=excluded.outcome, action=excluded.action, days=excluded.days, held=excluded.held
        """,
        "b:id b:case t:protocol t:school t:jurisdiction i:year i:reported t:kind t:grades t:basis t:outcome t:action i:days i:held");
    private static readonly Sql Remove = new("DELETE FROM log_row WHERE case_id=@case", "b:case");
    private static readonly Sql Untie = new("UPDATE log_row SET case_id=NULL, reported=NULL WHERE case_id=@case", "b:case");

    public static void Write(Link link, byte[] caseId, LogChange? change)
    {
        switch (change)
        {
            case LogChange.Put { Row: var row }:
                link.Run(
                    Put, Ids.Bytes(Guid.NewGuid()), caseId, row.Protocol, row.SchoolId, row.Jurisdiction, row.SchoolYear, row.Reported?.DayNumber,
                    row.Kind, row.Grades, row.Basis, row.Outcome, row.Action, row.Days, row.Held ? 1 : 0);
                break;
            case LogChange.Remove:
                link.Run(Remove, caseId);
                break;
            case LogChange.Untie:
                link.Run(Untie, caseId);
                break;
        }
    }
}
