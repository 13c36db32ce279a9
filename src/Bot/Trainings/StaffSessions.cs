using SupportBot.Bot.Channels.Teams;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// Check-in, rosters and feedback as conversations see them: the desks that the console's pages call, people by their id, times as they stand on the wall, links to the console.
/// </summary>
public sealed class StaffSessions(CheckInDesk checkIns, RosterDesk rosters, FeedbackDesk feedback, StaffTrainings trainings, TrainingOffer offer, District district, TeamsOptions options, TimeProvider time) : ISessions
{
    public async Task<IReadOnlyList<CheckInLine>> TodayAsync(string personId, string language, CancellationToken cancel) =>
        Known(personId) is { } person ? [.. (await checkIns.TodayAsync(person, cancel)).Select(m => LineOf(m, language))] : [];

    public async Task<TrainingAnswer> CheckInAsync(string personId, string code, string language, CancellationToken cancel)
    {
        if (Known(personId) is not { } person) return new(TrainingOutcome.NoneToday, null);
        var answer = await checkIns.CheckInAsync(person, code, cancel);
        return answer switch
        {
            { Refused: { } refused, Session: { } session } => WhyNot(refused, session, language),
            { Session: { } session } => new(TrainingOutcome.CheckedIn, DateOf(session, language)),
            { Outcome: CheckInOutcome.TooOften } => new(TrainingOutcome.TooManyTries, null),
            { Outcome: CheckInOutcome.WrongCode } => new(TrainingOutcome.WrongCode, null),
            _ => new(TrainingOutcome.NoneToday, null),
        };
    }

    public async Task<IReadOnlyList<RosterLine>> RostersAsync(string personId, string words, string language, CancellationToken cancel) =>
        Known(personId) is { } person ? [.. Meant(await rosters.SeenAsync(person, cancel), l => l.Session, words).Select(l => new RosterLine(DateOf(l.Session, language), l.Session.Seats, l.Session.Seats - l.Free, l.Waiting))] : [];

    public async Task<RosterSheet?> RosterAsync(string personId, Guid sessionId, string language, CancellationToken cancel) =>
        Known(personId) is { } person && await rosters.FindAsync(person, sessionId, cancel) is { } roll ? RosterOf(person, roll, language) : null;

    public async Task<LetInAnswer?> LetInAsync(string personId, Guid sessionId, string whoId, string language, CancellationToken cancel)
    {
        if (Known(personId) is not { } person || await rosters.LetInAsync(person, sessionId, whoId, cancel) is not { } result || await rosters.FindAsync(person, sessionId, cancel) is not { } roll) return null;
        var answer = result.Refused is { } refused ? WhyNot(refused, roll.Session, language) : new TrainingAnswer(TrainingOutcome.CheckedIn, DateOf(roll.Session, language));
        // Whoever is on no roll of theirs stays without a name here.
        return new LetInAnswer(roll.Of(whoId) is null ? "" : NameOf(whoId), answer, RosterOf(person, roll, language));
    }

    public async Task<IReadOnlyList<FeedbackLine>> FeedbackAsync(string personId, string words, string language, CancellationToken cancel)
    {
        if (Known(personId) is not { } person) return [];
        IReadOnlyList<OpenFeedback> open = [.. await feedback.AfterwardsAsync(person, cancel), .. await feedback.BeforehandAsync(person, cancel)];
        return [.. Meant(open, o => o.Session, words).Select(o => LineOf(o, language))];
    }

    public async Task<FeedbackForm?> FeedbackFormAsync(string personId, Guid sessionId, string language, CancellationToken cancel) =>
        Known(personId) is { } person && await feedback.FindAsync(person, sessionId, cancel) is { } open && CourseOf(open.Session) is not null
            ? new FeedbackForm(LineOf(open, language), [.. feedback.Items.Select(i => new FeedbackSentence(i.Id, i.TextIn(language)))], options.PageAt(FeedbackPage.AddressOf(sessionId))) : null;

    public async Task<FeedbackSent> SendFeedbackAsync(string personId, Guid sessionId, FeedbackPart moment, PersonText word, IReadOnlyDictionary<string, int> answers, CancellationToken cancel)
    {
        // A card may lie in a chat for days: what was asked before a workshop must not be counted as said after it.
        if (Known(personId) is not { } person || await feedback.FindAsync(person, sessionId, cancel) is not { } open || PartOf(open.Moment) != moment) return FeedbackSent.NotOpen;
        return await feedback.KeepAsync(open, word, answers, cancel) switch
        {
            FeedbackOutcome.WordNeeded => FeedbackSent.WordNeeded,
            FeedbackOutcome.NothingPicked => FeedbackSent.NothingPicked,
            _ => FeedbackSent.Kept,
        };
    }

    // Nobody the directory does not know, and nobody in a district without trainings.
    private Person? Known(string personId) => offer.Catalogue is null ? null : district.Person(personId);

    private CheckInLine LineOf(MySession mine, string language)
    {
        var (calendar, now, session) = (district.CalendarOf(mine.Session.SchoolId), time.GetUtcNow(), mine.Session);
        var state = mine.Enrolment.CheckedInAt is not null ? CheckInState.In : checkIns.IsOpen(session) ? CheckInState.Open : now < session.Starts ? CheckInState.NotYet : CheckInState.Over;
        return new CheckInLine(DateOf(session, language), state, calendar.Local(checkIns.OpensAt(session)), calendar.Local(checkIns.ClosesAt(session)));
    }

    private FeedbackLine LineOf(OpenFeedback open, string language) => new(DateOf(open.Session, language), PartOf(open.Moment));

    private static FeedbackPart PartOf(FeedbackMoment moment) => moment switch { FeedbackMoment.Before => FeedbackPart.Before, FeedbackMoment.After => FeedbackPart.After, _ => FeedbackPart.Later };

    private RosterSheet RosterOf(Person person, Roll roll, string language)
    {
        var session = roll.Session;
        var seated = RosterDesk.Seated(roll).Select(e => (IsHere: e.CheckedInAt is not null, Person: new RosterPerson(e.PersonId, NameOf(e.PersonId)))).OrderBy(s => s.Person.Name, StringComparer.CurrentCulture).ToList();
        var isClosed = session.State == SessionState.Held;
        return new RosterSheet(
            new RosterLine(DateOf(session, language), session.Seats, isClosed ? seated.Count : session.Seats - roll.Free, roll.Waiting.Count()),
            [.. seated.Where(s => s.IsHere).Select(s => s.Person)],
            [.. seated.Where(s => !s.IsHere).Select(s => s.Person)],
            rosters.MayLetIn(person, session),
            isClosed,
            options.PageAt(TrainingSight.MayLead(person, session) ? RollPage.AddressOf(session.Id) : SessionPage.AddressOf(session.Id)));
    }

    private TrainingAnswer WhyNot(RollRefusal refused, Session session, string language)
    {
        var (said, calendar) = (new TrainingAnswer(TrainingOutcome.Gone, DateOf(session, language)), district.CalendarOf(session.SchoolId));
        return refused switch
        {
            RollRefusal.TooEarly(var from) => said with { Outcome = TrainingOutcome.TooEarly, When = calendar.Local(from) },
            RollRefusal.TooLate(var until) => said with { Outcome = TrainingOutcome.TooLate, When = calendar.Local(until) },
            _ => trainings.WhyNot(refused, said, session, language),
        };
    }

    private IEnumerable<T> Meant<T>(IReadOnlyList<T> all, Func<T, Session> sessionOf, string words)
    {
        if (words.Length == 0) return all;
        var found = CourseFinder.Find(words, offer.Catalogue!.Courses).Select(c => c.Id).ToHashSet();
        return all.Where(o => found.Contains(sessionOf(o).CourseId));
    }

    private string NameOf(string personId) => district.Person(personId)?.Name ?? "";

    private Course? CourseOf(Session session) => offer.Catalogue!.Course(session.CourseId);

    // Every desk leaves out sessions whose course is offered no more.
    private DateLine DateOf(Session session, string language) => trainings.DateOf(session, CourseOf(session)!, language);
}
