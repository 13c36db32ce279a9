using System.Data.Common;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Storage;

/// <summary>Who need not do which course. The reason rests sealed; who reads one stands in the journal before it is shown.</summary>
public sealed class Waivers(Store store) : IWaiverBook
{
    private static readonly Sql Insert = new(
        """
        INSERT INTO training_waiver(person, course, given, until, by, ct) SELECT @person, @course, @given, @until, @by, @ct
        WHERE NOT EXISTS (SELECT 1 FROM training_waiver WHERE person=@person AND course=@course AND given<=@given AND until>=@given) ON CONFLICT DO NOTHING
        """,
        "t:person t:course i:given i:until t:by b:ct");

    private static readonly Sql Delete = new("DELETE FROM training_waiver WHERE person=@person AND course=@course AND given<=@day AND until>=@day", "t:person t:course i:day");
    private static readonly Sql OfCourse = new("SELECT person, by, given, until, ct FROM training_waiver WHERE course=@course AND given<=@day AND until>=@day ORDER BY given, person", "t:course i:day");

    public Task<bool> WaiveAsync(Waiver waiver, PersonText reason, AuditEntry audit, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        ArgumentNullException.ThrowIfNull(reason);
        var open = store.Open;
        return open.Writer.WriteAsync(write =>
        {
            var (who, course, given) = (waiver.PersonId, waiver.CourseId, waiver.On.DayNumber);
            if (write.Link.Run(Insert, who, course, given, waiver.Until.DayNumber, waiver.ById, open.Waivers.Seal(who, course, given, reason)) == 0) return false;
            write.Audit([audit]);
            return true;
        });
    }

    public Task<bool> TakeBackAsync(string personId, string courseId, DateOnly day, AuditEntry audit, CancellationToken cancel) => store.Open.Writer.WriteAsync(write =>
    {
        if (write.Link.Run(Delete, personId, courseId, day.DayNumber) == 0) return false;
        write.Audit([audit]);
        return true;
    });

    public Task<IReadOnlyList<Waiver>> OfCourseAsync(string courseId, DateOnly day, CancellationToken cancel) =>
        store.Open.Database.ReadAsync(link => Task.FromResult<IReadOnlyList<Waiver>>(Read(link, courseId, day, (waiver, _) => waiver)));

    public Task<IReadOnlyList<(Waiver Waiver, PersonText Reason)>> ReadAsync(string courseId, DateOnly day, AuditEntry audit, CancellationToken cancel)
    {
        var open = store.Open;
        return open.Writer.WriteAsync<IReadOnlyList<(Waiver, PersonText)>>(write =>
        {
            var read = Read(write.Link, courseId, day, (w, row) => (w, open.Waivers.Open(w.PersonId, w.CourseId, w.On.DayNumber, row.GetFieldValue<byte[]>(4))));
            if (read.Count > 0) write.Audit([audit]);
            return read;
        });
    }

    private static List<T> Read<T>(Link link, string courseId, DateOnly day, Func<Waiver, DbDataReader, T> of)
    {
        List<T> read = [];
        using var row = link.Read(OfCourse, courseId, day.DayNumber);
        while (row.Read()) read.Add(of(new Waiver(row.GetString(0), courseId, row.GetString(1), DateOnly.FromDayNumber(row.GetInt32(2)), DateOnly.FromDayNumber(row.GetInt32(3))), row));
        return read;
    }
}
