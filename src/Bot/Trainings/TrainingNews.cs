using AdaptiveCards;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// News of a training for one person, in their own chat. A notice shows on locked screens and beside other people, so the title of a sensitive course stands in
/// none: whoever opens the chat and asks reads it there.
/// </summary>
/// <param name="kind">One of <see cref="Kinds"/>.</param>
public sealed class TrainingNews(NoticeKind kind, ITrainingRolls rolls, IAccommodationBook accommodations, TrainingOffer offer, District district, SchoolTime clock, AnswerSeals seals, TimeProvider time) : INewsSource
{
    private const string Neutral = "A training you signed up for";

    public static IReadOnlyList<NoticeKind> Kinds { get; } =
        [NoticeKind.TrainingOffered, NoticeKind.TrainingSeatGiven, NoticeKind.TrainingOfferEnded, NoticeKind.TrainingChanged, NoticeKind.TrainingCalledOff, NoticeKind.TrainingReminder, NoticeKind.AccommodationAsked, NoticeKind.AccommodationArranged];

    public NoticeKind Kind => kind;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return TrainingSubject.Read(notice.Subject) is { } subject && district.Person(subject.PersonId) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (TrainingSubject.Read(notice.Subject) is not { } subject) return null;
        if (kind == NoticeKind.TrainingReminder) return await RemindAsync(subject, cancel);
        if (kind is NoticeKind.AccommodationAsked or NoticeKind.AccommodationArranged) return await NeedAsync(subject, cancel);
        if (await rolls.FindAsync(subject.SessionId, cancel) is not { } roll || offer.Catalogue?.Course(roll.Session.CourseId) is not { } course || Sentence(roll, course, subject.PersonId) is not { } sentence) return null;
        return kind == NoticeKind.TrainingOffered ? new NewsLine(_ => sentence) { Card = (chat, user) => Offer(roll, course, subject.PersonId, seals.Seal(chat, user)) } : new NewsLine(_ => sentence);
    }

    private AdaptiveCard Offer(Roll roll, Course course, string person, string seal)
    {
        var until = clock.Moment(roll.Of(person)!.OfferUntil ?? roll.Session.Starts, roll.Session.SchoolId ?? "");
        return TrainingOfferCard.Of(new SeatOffer(
            new CardAsk("en", TrainingPresses.Data(seal)), "A seat is free", Title(course), When(roll.Session), $"It is held for you until {until}. Then it goes to the next person.",
            [new CardButton("Take the seat", TrainingPresses.Accept(roll.Session.Id)), new CardButton("Let it go", TrainingPresses.Decline(roll.Session.Id))]));
    }

    // As it is now: an offer that was taken, or that is over, is no news any more.
    private string? Sentence(Roll roll, Course course, string person)
    {
        var (session, mine, now) = (roll.Session, roll.Of(person), time.GetUtcNow());
        var what = $"{Title(course)}, {When(session)}";
        return kind switch
        {
            NoticeKind.TrainingOffered when mine is { State: EnrolmentState.Offered, OfferUntil: { } until } && until > now =>
                $"A seat is free and held for you: {what}. Type **accept** by {clock.Moment(until, session.SchoolId ?? "")} to take it, or **decline** to let it go.",
            NoticeKind.TrainingSeatGiven when mine is { State: EnrolmentState.Enrolled } && session.Starts > now => $"You have a seat: {what}. If you cannot come, type **cancel** and its name.",
            NoticeKind.TrainingOfferEnded when mine is { State: EnrolmentState.Expired } => $"The seat that was held for you went to the next person: {what}. Type **trainings** to see other dates.",
            NoticeKind.TrainingChanged when mine is { IsLive: true } && session.State == SessionState.Scheduled => $"This training has changed. It is now: {what}. If you cannot come then, type **cancel** or **swap** and its name.",
            NoticeKind.TrainingCalledOff when session.State == SessionState.Cancelled => $"This training will not be held: {what}. Type **trainings** to see other dates.",
            _ => null,
        };
    }

    // Neither what it is nor who asked: it may tell of a disability, and others see the screen.
    private async Task<NewsLine?> NeedAsync(TrainingSubject subject, CancellationToken cancel)
    {
        if (await rolls.FindAsync(subject.SessionId, cancel) is not { Session: { State: SessionState.Scheduled } session }) return null;
        if (kind == NoticeKind.AccommodationArranged)
            return await accommodations.OfAsync(session.Id, subject.PersonId, cancel) is { IsArranged: true } ? new NewsLine(_ => $"What you asked for is taken care of: your training on {When(session)}.") : null;
        return (await accommodations.CountAsync(session.Id, cancel)).Open > 0
            ? new NewsLine(_ => $"Somebody has asked for an accommodation at a session you lead: {When(session)}. Please read it in the console, on the page of the session, when nobody looks over your shoulder.")
            : null;
    }

    private async Task<NewsLine?> RemindAsync(TrainingSubject subject, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<string> comes = [];
        foreach (var id in subject.SessionIds)
            if (await rolls.FindAsync(id, cancel) is { Session.State: SessionState.Scheduled } roll && roll.Session.Starts > now && roll.Of(subject.PersonId) is { State: EnrolmentState.Enrolled } && offer.Catalogue?.Course(roll.Session.CourseId) is { } course)
                comes.Add($"{Title(course)}, {When(roll.Session)}");
        return comes.Count switch
        {
            0 => null,
            1 => new NewsLine(_ => $"A reminder: {comes[0]}. If you cannot come, type **cancel** and its name."),
            _ => new NewsLine(_ => $"A reminder of what comes next:\n\n{string.Join("\n", comes.Select(c => $"- {c}"))}\n\nIf you cannot come, type **cancel** and a name."),
        };
    }

    private static string Title(Course course) => course.Sensitive ? Neutral : course.TitleIn("en");

    private string When(Session session) => $"{clock.Moment(session.Starts, session.SchoolId ?? "")}{(session.Place.Length > 0 ? $", {Plain(session.Place)}" : ", online")}";

    // A place is typed by staff, and a message is Markdown.
    private static string Plain(string place) => string.Concat(place.Where(c => !"*_`~[]<>{}\\|#".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
}
