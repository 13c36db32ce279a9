using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>
/// What comes after a session, for one person in their own chat: the certificate is ready, and feedback is open, at once and some weeks later. As everywhere on locked screens, the title of a
/// sensitive course stands in none.
/// </summary>
/// <param name="kind">One of <see cref="Kinds"/>.</param>
public sealed class FinishedNews(NoticeKind kind, ITrainingRolls rolls, FeedbackDesk feedback, TrainingOffer offer, District district) : INewsSource
{
    private const string OpenPhrase = "news.renewals-page";

    public static IReadOnlyList<NoticeKind> Kinds { get; } = [NoticeKind.TrainingFinished, NoticeKind.TrainingPassed, NoticeKind.TrainingFollowUp];

    public NoticeKind Kind => kind;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now) => TrainingNews.Addressee(notice, district);

    // As it is now: a certificate that was taken back, or feedback that is over, is no news any more.
    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (offer.Catalogue is not { } catalogue || TrainingSubject.Read(notice.Subject) is not { } subject || district.Person(subject.PersonId) is not { } person) return null;
        if (kind == NoticeKind.TrainingFollowUp) return await FollowUpAsync(person, subject, catalogue, cancel);
        if (await rolls.FindAsync(subject.SessionId, cancel) is not { } roll || catalogue.Course(roll.Session.CourseId) is not { } course) return null;
        // Of a course with a test the certificate comes with the test.
        var hasCertificate = (kind == NoticeKind.TrainingPassed || course.PassPercent is null) && await IsCertifiedAsync(person, roll.Session, cancel);
        var isAsked = kind == NoticeKind.TrainingFinished && feedback.MomentOf(person, roll) == FeedbackMoment.After;
        var key = (hasCertificate, isAsked) switch
        {
            (true, true) => "news.finished-both",
            (true, false) => "news.finished-certificate",
            (false, true) => "news.finished-feedback",
            _ => null,
        };
        return key is null ? null : new NewsLine(words => words.Say(key, ("name", TrainingNews.Title(course, words))), MinePage.Address, OpenPhrase);
    }

    private async Task<NewsLine?> FollowUpAsync(Person person, TrainingSubject subject, Catalogue catalogue, CancellationToken cancel)
    {
        List<Course> asked = [];
        foreach (var id in subject.SessionIds)
            if (await rolls.FindAsync(id, cancel) is { } roll && catalogue.Course(roll.Session.CourseId) is { } course && feedback.MomentOf(person, roll) == FeedbackMoment.Later) asked.Add(course);
        return asked.Count == 0 ? null : new NewsLine(words => words.Say("news.follow-up", ("name", string.Join("; ", asked.Select(c => TrainingNews.Title(c, words)).Distinct()))), MinePage.Address, OpenPhrase);
    }

    private async Task<bool> IsCertifiedAsync(Person person, Session session, CancellationToken cancel)
    {
        var day = district.CalendarOf(session.SchoolId).Today(session.Starts);
        return (await rolls.TranscriptAsync(person.Id, cancel)).Completions.Any(c => c.CourseId == session.CourseId && c.On == day && c is { Revoked: false, Serial: not null });
    }
}
