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
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
        [NoticeKind.TrainingOffered, NoticeKind.TrainingSeatGiven, NoticeKind.TrainingOfferEnded, NoticeKind.TrainingChanged, NoticeKind.TrainingCalledOff, NoticeKind.TrainingReminder, NoticeKind.AccommodationAsked, NoticeKind.AccommodationArranged];

    public NoticeKind Kind => kind;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now) => Addressee(notice, district);

    /// <summary>Whom news of a training are for; nobody where that person has left.</summary>
    internal static IReadOnlyList<Person> Addressee(Notice notice, District district)
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
        if (await rolls.FindAsync(subject.SessionId, cancel) is not { } roll || offer.Catalogue?.Course(roll.Session.CourseId) is not { } course || KeyOf(roll, subject.PersonId) is not { } key) return null;
        var until = roll.Of(subject.PersonId)?.OfferUntil ?? roll.Session.Starts;
        var line = new NewsLine(words => words.Say(key, ("name", What(course, roll.Session, words)), ("to", clock.Moment(until, roll.Session.SchoolId ?? "", words))));
        return kind == NoticeKind.TrainingOffered ? line with { Card = (chat, user, words) => Offer(roll.Session, course, until, seals.Seal(chat, user), words) } : line;
    }

    private AdaptiveCard Offer(Session session, Course course, DateTimeOffset until, string seal, ICardWords words) => TrainingOfferCard.Of(new SeatOffer(
        new CardAsk(words.Language, TrainingPresses.Data(seal)), words["news.seat-free"], Title(course, words), When(session, words), words.Say("news.seat-held", ("to", clock.Moment(until, session.SchoolId ?? "", words))),
        [new CardButton(words["training.accept"], TrainingPresses.Accept(session.Id)), new CardButton(words["training.decline"], TrainingPresses.Decline(session.Id))]));

    // As it is now: an offer that was taken, or that is over, is no news any more.
    private string? KeyOf(Roll roll, string person)
    {
        var (session, mine, now) = (roll.Session, roll.Of(person), time.GetUtcNow());
        return kind switch
        {
            NoticeKind.TrainingOffered when mine is { State: EnrolmentState.Offered, OfferUntil: { } until } && until > now => "news.seat-offered",
            NoticeKind.TrainingSeatGiven when mine is { State: EnrolmentState.Enrolled } && session.Starts > now => "news.seat-given",
            NoticeKind.TrainingOfferEnded when mine is { State: EnrolmentState.Expired } => "news.seat-gone",
            NoticeKind.TrainingChanged when mine is { IsLive: true } && session.State == SessionState.Scheduled => "news.training-changed",
            NoticeKind.TrainingCalledOff when session.State == SessionState.Cancelled => "news.training-off",
            _ => null,
        };
    }

    // Neither what it is nor who asked: it may tell of a disability, and others see the screen.
    private async Task<NewsLine?> NeedAsync(TrainingSubject subject, CancellationToken cancel)
    {
        if (await rolls.FindAsync(subject.SessionId, cancel) is not { Session: { State: SessionState.Scheduled } session }) return null;
        if (kind == NoticeKind.AccommodationArranged)
            return await accommodations.OfAsync(session.Id, subject.PersonId, cancel) is { IsArranged: true } ? new NewsLine(words => words.Say("news.need-arranged", ("when", When(session, words)))) : null;
        return (await accommodations.CountAsync(session.Id, cancel)).Open > 0 ? new NewsLine(words => words.Say("news.need-asked", ("when", When(session, words)))) : null;
    }

    private async Task<NewsLine?> RemindAsync(TrainingSubject subject, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        List<(Course Course, Session Session)> comes = [];
        foreach (var id in subject.SessionIds)
            if (await rolls.FindAsync(id, cancel) is { Session.State: SessionState.Scheduled } roll && roll.Session.Starts > now && roll.Of(subject.PersonId) is { State: EnrolmentState.Enrolled } && offer.Catalogue?.Course(roll.Session.CourseId) is { } course)
                comes.Add((course, roll.Session));
        return comes.Count switch
        {
            0 => null,
            1 => new NewsLine(words => words.Say("news.reminder", ("name", What(comes[0].Course, comes[0].Session, words)))),
            _ => new NewsLine(words => $"{words["news.reminders"]}\n\n{string.Join("\n", comes.Select(c => $"- {What(c.Course, c.Session, words)}"))}\n\n{words["news.reminders-how"]}"),
        };
    }

    internal static string Title(Course course, ICardWords words) => course.Sensitive ? words["news.training-neutral"] : course.TitleIn(words.Language);

    private string What(Course course, Session session, ICardWords words) => $"{Title(course, words)}, {When(session, words)}";

    private string When(Session session, ICardWords words) => $"{clock.Moment(session.Starts, session.SchoolId ?? "", words)}, {(session.Place.Length > 0 ? Plain(session.Place) : words["news.training-online"])}";

    // A place is typed by staff, and a message is Markdown.
    internal static string Plain(string place) => string.Concat(place.Where(c => !"*_`~[]<>{}\\|#".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
}
