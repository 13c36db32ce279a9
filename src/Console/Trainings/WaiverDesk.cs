using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>Why a course was not waived.</summary>
public enum WaiveFault
{
    UnknownCourse,

    /// <summary>Nobody in the directory has that mail address.</summary>
    UnknownPerson,

    /// <summary>Nobody waives anything for themselves.</summary>
    Themselves,
    NoReason,

    /// <summary>Longer than <see cref="WaiverDesk.Longest"/>.</summary>
    ReasonTooLong,
    EndsBeforeToday,
    AlreadyWaived,
}

/// <summary>
/// Says that somebody need not do a course for a while or ever, and why. Human resources and the training lead do it (district default), for others. It meets a requirement and lets somebody sign
/// up for what comes after; it trains nobody.
/// </summary>
public sealed class WaiverDesk(IWaiverBook book, District district, TrainingOffer offer, TimeProvider clock)
{
    /// <summary>Characters.</summary>
    public const int Longest = 1_000;

    /// <summary>By the district's clock.</summary>
    public DateOnly Today => district.CalendarOf(null).Today(clock.GetUtcNow());

    public static bool MayWaive(Person person) => RecordDesk.MayRecord(person);

    /// <param name="mail">Of whom it is waived for, as somebody typed it.</param>
    /// <param name="until">Last day; null where it never ends.</param>
    /// <returns>Everything that stands against it; empty where it is waived now.</returns>
    public async Task<IReadOnlyList<WaiveFault>> WaiveAsync(Person by, string courseId, string mail, PersonText reason, DateOnly? until, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(reason);
        var (today, text) = (Today, reason.Reveal().Trim());
        var who = district.People.FirstOrDefault(p => p.Mail.Equals(mail.Trim(), StringComparison.OrdinalIgnoreCase));
        List<WaiveFault> faults = [];
        if (offer.Catalogue?.Course(courseId) is null) faults.Add(WaiveFault.UnknownCourse);
        if (who is null) faults.Add(WaiveFault.UnknownPerson);
        else if (who.Id == by.Id) faults.Add(WaiveFault.Themselves);
        if (text.Length == 0) faults.Add(WaiveFault.NoReason);
        else if (text.Length > Longest) faults.Add(WaiveFault.ReasonTooLong);
        if (until < today) faults.Add(WaiveFault.EndsBeforeToday);
        if (faults.Count > 0) return faults;
        var waiver = new Waiver(who!.Id, courseId, by.Id, today, until ?? DateOnly.MaxValue);
        return await book.WaiveAsync(waiver, new PersonText(text), Entry(by, AuditAction.CourseWaived, $"{who.Id}:{courseId}"), cancel) ? [] : [WaiveFault.AlreadyWaived];
    }

    /// <returns>False where nothing is waived for them today.</returns>
    public Task<bool> TakeBackAsync(Person by, string courseId, string personId, CancellationToken cancel) =>
        book.TakeBackAsync(personId, courseId, Today, Entry(by, AuditAction.WaiverTakenBack, $"{personId}:{courseId}"), cancel);

    /// <summary>Those of a course that count today, without a reason.</summary>
    public Task<IReadOnlyList<Waiver>> OfCourseAsync(string courseId, CancellationToken cancel) => book.OfCourseAsync(courseId, Today, cancel);

    /// <summary>The reasons, by person; the journal keeps who read them.</summary>
    public async Task<IReadOnlyDictionary<string, PersonText>> ReasonsAsync(Person by, string courseId, CancellationToken cancel) =>
        (await book.ReadAsync(courseId, Today, Entry(by, AuditAction.WaiversRead, courseId), cancel)).GroupBy(w => w.Waiver.PersonId).ToDictionary(g => g.Key, g => g.First().Reason);

    private AuditEntry Entry(Person by, string action, string subject)
    {
        ArgumentNullException.ThrowIfNull(by);
        return new(Guid.Empty, Actor.Staff(by.Id), action, subject, clock.GetUtcNow());
    }
}
