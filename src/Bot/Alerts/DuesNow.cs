using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;

namespace SupportBot.Bot;

/// <summary>How many required trainings are overdue, for whoever the rules tell of them: numbers and a school, never a name and never a title.</summary>
public sealed class DuesNow(DuesBoard board, District district) : INewsSource
{
    public NoticeKind Kind => NoticeKind.TrainingsOverdue;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return DuesBoard.HoldersOf(new DuesAddressee(notice.Subject, notice.Role), district);
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var to = new DuesAddressee(notice.Subject, notice.Role);
        return (await board.NowAsync()).TryGetValue(to, out var items) ? new NewsLine(words => DuesWords.Of(to, items, district, words), DuesPage.Address, "news.dues-page") : null;
    }
}
