using System.Security.Cryptography;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What came of putting something on somebody's record.</summary>
public enum RecordAnswer
{
    Recorded,

    /// <summary>The same course on the same day stands there already.</summary>
    AlreadyThere,
    InFuture,

    /// <summary>Longer ago than <see cref="RecordDesk.MostYears"/>.</summary>
    TooLongAgo,
}

/// <summary>
/// Puts on record what people have done alone or elsewhere: a course that nobody holds sessions of, a certificate from another district, a list on paper. Human resources and the training lead
/// do it (district default), each for somebody else or themselves, and the journal keeps who did.
/// </summary>
public sealed class RecordDesk(ITrainingRolls rolls, District district, TimeProvider clock)
{
    /// <summary>An older day is taken for a slip of the pen.</summary>
    public const int MostYears = 10;

    public static bool MayRecord(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Holds(TrainingSight.HumanResources) || person.Holds(TrainingSight.Lead);
    }

    /// <param name="on">Day on which it was done, where the district is.</param>
    public async Task<RecordAnswer> RecordAsync(Person by, Course course, Person who, DateOnly on, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(course);
        ArgumentNullException.ThrowIfNull(who);
        var (now, calendar) = (clock.GetUtcNow(), district.CalendarOf(null));
        var today = calendar.Today(now);
        if (on > today) return RecordAnswer.InFuture;
        if (on < today.AddYears(-MostYears)) return RecordAnswer.TooLongAgo;
        var entry = new AuditEntry(Guid.Empty, Actor.Staff(by.Id), AuditAction.CompletionRecorded, $"{who.Id}:{course.Id}", now);
        return await rolls.RecordAsync([Of(course, who.Id, on, calendar)], entry, cancel) == 1 ? RecordAnswer.Recorded : RecordAnswer.AlreadyThere;
    }

    /// <summary>A course that was done, with how long it counts and the serial number of its certificate.</summary>
    /// <param name="calendar">Of where it was done.</param>
    internal static Completion Of(Course course, string personId, DateOnly day, SchoolCalendar calendar)
    {
        // Where no calendar speaks for that day, a school year ends with July.
        var yearEnds = calendar.YearOf(day)?.To ?? new DateOnly(day.Month > 7 ? day.Year + 1 : day.Year, 7, 31);
        return new Completion(personId, course.Id, day, course.Validity.Until(day, yearEnds), CertificateSerial.From(RandomNumberGenerator.GetBytes(12)));
    }
}
