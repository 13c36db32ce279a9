using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>What came of asking for an accommodation.</summary>
public enum AccommodationAnswer
{
    Asked,

    /// <summary>The same words were there already.</summary>
    Unchanged,
    NoWords,

    /// <summary>Longer than <see cref="AccommodationDesk.Longest"/>.</summary>
    TooLong,

    /// <summary>No seat, no place in line, or no such session.</summary>
    NotOnRoll,

    /// <summary>The session is over or is not held.</summary>
    Over,
}

/// <summary>The one way to ask for an accommodation, whoever asks and where, and to read what others asked for.</summary>
public sealed class AccommodationDesk(IAccommodationBook book, ITrainingRolls rolls, TrainingSight sight, TimeProvider time)
{
    /// <summary>Characters.</summary>
    public const int Longest = 1_000;

    public Task<Accommodation?> OwnAsync(Person person, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return book.OfAsync(sessionId, person.Id, cancel);
    }

    /// <summary>Keeps what somebody needs and tells those who lead the session that there is something to read. What was asked before is replaced.</summary>
    public async Task<AccommodationAnswer> AskAsync(Person person, Guid sessionId, PersonText words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(words);
        var text = words.Reveal().Trim();
        if (text.Length == 0) return AccommodationAnswer.NoWords;
        if (text.Length > Longest) return AccommodationAnswer.TooLong;
        if (await rolls.FindAsync(sessionId, cancel) is not { } roll || roll.Of(person.Id) is not { IsLive: true }) return AccommodationAnswer.NotOnRoll;
        if (!IsOpen(roll.Session)) return AccommodationAnswer.Over;
        if ((await book.OfAsync(sessionId, person.Id, cancel))?.Words.Reveal() == text) return AccommodationAnswer.Unchanged;
        var now = time.GetUtcNow();
        var notices = sight.LeadersOf(roll.Session).Where(p => p.Id != person.Id).Select(p => new Notice(Guid.Empty, NoticeKind.AccommodationAsked, TrainingSubject.Of(sessionId, p.Id), "", 0, false, now));
        var news = new RollNews([.. notices], [Entry(person, AuditAction.AccommodationAsked, sessionId, person.Id)], []);
        return await book.AskAsync(sessionId, new Accommodation(person.Id, new PersonText(text), now, IsArranged: false), news, cancel) ? AccommodationAnswer.Asked : AccommodationAnswer.NotOnRoll;
    }

    /// <returns>False where there was none.</returns>
    public Task<bool> TakeBackAsync(Person person, Guid sessionId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        return book.TakeBackAsync(sessionId, person.Id, Entry(person, AuditAction.AccommodationTakenBack, sessionId, person.Id), cancel);
    }

    /// <summary>How many there are and how many are open, for those who lead the session; null for everybody else.</summary>
    public async Task<(int All, int Open)?> CountAsync(Person person, Session session, CancellationToken cancel) =>
        TrainingSight.MayLead(person, session) ? await book.CountAsync(session.Id, cancel) : null;

    /// <summary>What those on the roll have asked for; null for whoever does not lead the session.</summary>
    public async Task<IReadOnlyList<Accommodation>?> ReadAsync(Person person, Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(session);
        return TrainingSight.MayLead(person, session) ? await book.ReadAsync(session.Id, Entry(person, AuditAction.AccommodationsRead, session.Id), cancel) : null;
    }

    /// <summary>It is taken care of, and the person is told so.</summary>
    /// <returns>False where there is none, it was arranged before, or <paramref name="by"/> does not lead the session.</returns>
    public async Task<bool> ArrangeAsync(Person by, Session session, string personId, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(session);
        if (!TrainingSight.MayLead(by, session)) return false;
        var told = new Notice(Guid.Empty, NoticeKind.AccommodationArranged, TrainingSubject.Of(session.Id, personId), "", 0, false, time.GetUtcNow());
        return await book.ArrangeAsync(session.Id, personId, new RollNews(by.Id == personId ? [] : [told], [Entry(by, AuditAction.AccommodationArranged, session.Id, personId)], []), cancel);
    }

    /// <summary>True while somebody with a seat may ask for something.</summary>
    public bool IsOpen(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.State == SessionState.Scheduled && time.GetUtcNow() < session.Ends;
    }

    private AuditEntry Entry(Person by, string action, Guid sessionId, string about = "") => SessionEntry.Of(by, action, sessionId, time.GetUtcNow(), about);
}
