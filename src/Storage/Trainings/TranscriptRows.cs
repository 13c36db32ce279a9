using System.Data.Common;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>What people have done, as rows.</summary>
internal static class TranscriptRows
{
    private static readonly Sql FindDone = new("SELECT course, done, until, serial, revoked, brought FROM training_done WHERE person=@person ORDER BY done, course", "t:person");
    private static readonly Sql FindWaivers = new("SELECT course, by, given, until FROM training_waiver WHERE person=@person ORDER BY given, course", "t:person");
    private static readonly Sql FindDoers = new("SELECT person, done, until, serial, revoked, brought FROM training_done WHERE course=@course", "t:course");
    private static readonly Sql AllDone = new("SELECT course, person, done, until, serial, revoked, brought FROM training_done");
    private static readonly Sql AllWaivers = new("SELECT course, person, by, given, until FROM training_waiver");
    private static readonly Sql AddDone = new(
        "INSERT INTO training_done(person, course, done, until, serial, revoked, brought, source) VALUES(@person, @course, @done, @until, @serial, @revoked, @brought, @source) ON CONFLICT DO NOTHING",
        "t:person t:course i:done i:until t:serial i:revoked i:brought b:source");

    public static Transcript Of(Link link, string personId)
    {
        List<Completion> done = [];
        using (var row = link.Read(FindDone, personId))
            while (row.Read()) done.Add(CompletionOf(row, personId, row.GetString(0), 1));
        List<Waiver> waivers = [];
        using (var row = link.Read(FindWaivers, personId))
            while (row.Read()) waivers.Add(new Waiver(personId, row.GetString(0), row.GetString(1), DateOnly.FromDayNumber(row.GetInt32(2)), DateOnly.FromDayNumber(row.GetInt32(3))));
        return new Transcript(done, waivers);
    }

    /// <summary>Who has done one course, in no order.</summary>
    public static List<Completion> DoneBy(Link link, string courseId)
    {
        List<Completion> done = [];
        using var row = link.Read(FindDoers, courseId);
        while (row.Read()) done.Add(CompletionOf(row, row.GetString(0), courseId, 1));
        return done;
    }

    /// <summary>Of everybody, of some courses, in no order: sorting takes longer than reading. Two reads: one for each person would be thousands.</summary>
    public static Dictionary<string, Transcript> All(Link link, IReadOnlySet<string> courseIds)
    {
        // The same few ids come again and again: one string each.
        var ids = courseIds.ToDictionary(c => c, StringComparer.Ordinal);
        Dictionary<string, (List<Completion> Done, List<Waiver> Waivers)> people = [];
        (List<Completion> Done, List<Waiver> Waivers) Of(string person) => people.TryGetValue(person, out var theirs) ? theirs : people[person] = ([], []);
        using (var row = link.Read(AllDone))
            while (row.Read())
            {
                if (!ids.TryGetValue(row.GetString(0), out var course)) continue;
                var person = row.GetString(1);
                Of(person).Done.Add(CompletionOf(row, person, course, 2));
            }

        using (var row = link.Read(AllWaivers))
            while (row.Read())
            {
                if (!ids.TryGetValue(row.GetString(0), out var course)) continue;
                var person = row.GetString(1);
                Of(person).Waivers.Add(new Waiver(person, course, row.GetString(2), DateOnly.FromDayNumber(row.GetInt32(3)), DateOnly.FromDayNumber(row.GetInt32(4))));
            }

        return people.ToDictionary(p => p.Key, p => new Transcript(p.Value.Done, p.Value.Waivers));
    }

    /// <param name="source">Where a list has it from, sealed; null where it came to be here.</param>
    /// <returns>0 where it is there.</returns>
    public static int Add(Link link, Completion c, byte[]? source = null) => link.Run(AddDone, c.PersonId, c.CourseId, c.On.DayNumber, c.Until.DayNumber, c.Serial, c.Revoked ? 1 : 0, c.Brought?.DayNumber, source);

    /// <summary>Reads the columns done, until, serial, revoked and brought, which stand in this order.</summary>
    /// <param name="at">Of the first of them.</param>
    public static Completion CompletionOf(DbDataReader row, string person, string course, int at) =>
        new(person, course, DateOnly.FromDayNumber(row.GetInt32(at)), DateOnly.FromDayNumber(row.GetInt32(at + 1)), row.IsDBNull(at + 2) ? null : row.GetString(at + 2))
        {
            Revoked = row.GetInt32(at + 3) != 0,
            Brought = row.IsDBNull(at + 4) ? null : DateOnly.FromDayNumber(row.GetInt32(at + 4)),
        };
}
