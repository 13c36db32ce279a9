using SupportBot.Bot.Channels.Teams;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>The training desk as conversations see it: people by their id, times as they stand on the wall, titles in the language of the turn.</summary>
public sealed class StaffTrainings(TrainingDesk desk, District district, TeamsOptions options, TimeProvider time) : ITrainings
{
    private static readonly TrainingAnswer Gone = new(TrainingOutcome.Gone, null);

    public bool AreOffered => desk.Catalogue is not null;

    public async Task<IReadOnlyList<CourseLine>> CoursesAsync(string personId, string language, CancellationToken cancel) =>
        district.Person(personId) is { } person ? [.. (await desk.OfferedAsync(person, cancel)).Select(o => LineOf(o, language))] : [];

    public async Task<IReadOnlyList<CourseLine>> FindAsync(string personId, string words, string language, CancellationToken cancel) =>
        district.Person(personId) is { } person ? [.. (await desk.FindAsync(person, words, cancel)).Select(o => LineOf(o, language))] : [];

    public async Task<MyLines> MineAsync(string personId, string language, CancellationToken cancel)
    {
        if (district.Person(personId) is not { } person) return new([], []);
        var mine = await desk.MineAsync(person, cancel);
        return new([.. mine.Sessions.Select(s => LineOf(s.Mine, s.Course, language))], [.. mine.StillAsked.Select(c => c.TitleIn(language))]) { Waived = [.. mine.Waived.Select(c => c.TitleIn(language))], Earlier = [.. mine.Earlier.Select(c => c.TitleIn(language))] };
    }

    public Task<TrainingAnswer> SignUpAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => WishAsync(
        personId, language, p => desk.SignUpAsync(p, sessionId, cancel), a => a.Enrolment?.State == EnrolmentState.Waitlisted ? TrainingOutcome.Waits : TrainingOutcome.Seat);

    public Task<TrainingAnswer> CancelAsync(string personId, Guid sessionId, string language, CancellationToken cancel) =>
        WishAsync(personId, language, p => desk.CancelAsync(p, sessionId, cancel), a => a.Late ? TrainingOutcome.LeftLate : TrainingOutcome.Left);

    public Task<TrainingAnswer> AcceptAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => WishAsync(personId, language, p => desk.AcceptAsync(p, sessionId, cancel), _ => TrainingOutcome.Seat);

    public Task<TrainingAnswer> DeclineAsync(string personId, Guid sessionId, string language, CancellationToken cancel) => WishAsync(personId, language, p => desk.DeclineAsync(p, sessionId, cancel), _ => TrainingOutcome.Declined);

    public Task<TrainingAnswer> SwapAsync(string personId, Guid fromId, Guid toId, string language, CancellationToken cancel) => WishAsync(personId, language, p => desk.SwapAsync(p, fromId, toId, cancel), _ => TrainingOutcome.Swapped);

    /// <summary>A session as people read it.</summary>
    public DateLine DateOf(Session session, Course course, string language)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(course);
        var (calendar, now) = (district.CalendarOf(session.SchoolId), time.GetUtcNow());
        return new DateLine(session.Id, course.Id, course.TitleIn(language), calendar.Local(session.Starts), calendar.Local(session.Ends), session.Place, session.Online, [.. session.FacilitatorIds.Select(district.Person).OfType<Person>().Select(p => p.Name)])
        {
            Window = now < session.OpensAt ? SignUpWindow.NotYet : now < session.ClosesAt ? SignUpWindow.Open : SignUpWindow.Over,
            OpensAt = calendar.Local(session.OpensAt),
            Page = options.PageAt(SessionPage.AddressOf(session.Id)),
        };
    }

    public MyLine LineOf(MySession mine, Course course, string language)
    {
        ArgumentNullException.ThrowIfNull(mine);
        var until = mine.Enrolment.OfferUntil is { } at ? district.CalendarOf(mine.Session.SchoolId).Local(at) : (DateTime?)null;
        var kind = mine.Enrolment.State switch { EnrolmentState.Offered => SeatKind.Offered, EnrolmentState.Waitlisted => SeatKind.Waits, _ => SeatKind.Seat };
        return new MyLine(DateOf(mine.Session, course, language), kind, mine.PlaceInLine, until);
    }

    private CourseLine LineOf(OfferedCourse offered, string language) => new(
        offered.Course.Id, offered.Course.TitleIn(language), offered.Course.SummaryIn(language), offered is { IsAsked: true, Counts: false }, offered.Course.Modality == Modality.SelfPaced,
        [.. offered.Sessions.Select(s => DateOf(s.Session, offered.Course, language) with { Free = s.Free, Waiting = s.Waiting })]);

    private async Task<TrainingAnswer> WishAsync(string personId, string language, Func<Person, Task<DeskAnswer>> wish, Func<DeskAnswer, TrainingOutcome> done)
    {
        if (district.Person(personId) is not { } person || await wish(person) is not { Session: { } session, Course: { } course } answer) return Gone;
        var calendar = district.CalendarOf(session.SchoolId);
        var said = new TrainingAnswer(TrainingOutcome.Gone, DateOf(session, course, language)) { Place = answer.PlaceInLine, When = answer.Enrolment?.OfferUntil is { } until ? calendar.Local(until) : null };
        return answer.Refused is { } refused ? WhyNot(refused, said, session, language) : said with { Outcome = done(answer) };
    }

    /// <summary>Why a wish was not done.</summary>
    /// <param name="said">What is known of it already, with its date.</param>
    public TrainingAnswer WhyNot(RollRefusal refused, TrainingAnswer said, Session session, string language)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(session);
        var calendar = district.CalendarOf(session.SchoolId);
        return refused switch
        {
            RollRefusal.AlreadyOn { State: EnrolmentState.Waitlisted } => said with { Outcome = TrainingOutcome.AlreadyWaits },
            RollRefusal.AlreadyOn { State: EnrolmentState.Offered } => said with { Outcome = TrainingOutcome.AlreadyOffered },
            RollRefusal.AlreadyOn => said with { Outcome = TrainingOutcome.AlreadySeat },
            RollRefusal.NotForThem => said with { Outcome = TrainingOutcome.NotForYou },
            RollRefusal.NotOpenYet(var at) => said with { Outcome = TrainingOutcome.NotOpenYet, When = calendar.Local(at) },
            RollRefusal.SignUpIsOver => said with { Outcome = TrainingOutcome.SignUpOver },
            RollRefusal.SessionIsOff => said with { Outcome = TrainingOutcome.CalledOff },
            RollRefusal.SessionIsOver or RollRefusal.TooLate => said with { Outcome = TrainingOutcome.Begun },
            RollRefusal.Elsewhere(var other) => desk.Catalogue?.Course(other.CourseId) is { } there ? said with { Outcome = TrainingOutcome.Elsewhere, Other = DateOf(other, there, language) } : said with { Outcome = TrainingOutcome.Full },
            RollRefusal.PrerequisiteMissing(var oneOf) => said with { Outcome = TrainingOutcome.Missing, FirstOneOf = [.. oneOf.Select(ids => (IReadOnlyList<string>)[.. ids.Select(id => desk.Catalogue?.Course(id)?.TitleIn(language) ?? id)])] },
            RollRefusal.Full or RollRefusal.SeatsTaken => said with { Outcome = TrainingOutcome.Full },
            RollRefusal.NotOnRoll => said with { Outcome = TrainingOutcome.NotOn },
            RollRefusal.NoOffer => said with { Outcome = TrainingOutcome.NoOffer },
            _ => said,
        };
    }
}
