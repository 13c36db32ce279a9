using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>How many required trainings of a person are due soon, and the first of their days, for that person alone.</summary>
public sealed class DueSoonNow(DuesBoard board, District district) : INewsSource
{
    public NoticeKind Kind => NoticeKind.TrainingsDueSoon;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return district.Person(notice.Subject) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return (await board.SoonAsync()).TryGetValue(notice.Subject, out var items) ? new NewsLine(words => SoonWords.Of(items, words), MinePage.Address, "news.renewals-page") : null;
    }
}
