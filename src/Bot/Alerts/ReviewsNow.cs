using System.Globalization;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Bot;

/// <summary>Which protocols are to be looked through again, for their owner, with how to begin. Nothing once each of them has a newer day.</summary>
public sealed class ReviewsNow(ReviewBoard board, ProtocolShelf shelf, District district) : INewsSource
{
    private const string HowTo = "protocol-review";
    private const int MostNamed = 3;

    public NoticeKind Kind => NoticeKind.ReviewDue;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now) => district.Roster.HoldersOf(notice.Role, null, now);

    public Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var due = ReviewSubject.Parse(notice.Subject) is { } about ? board.All.Where(r => r.Protocol.Owner == about.Owner && r.Protocol.ReviewDue == about.Due).ToList() : [];
        return Task.FromResult(due.Count == 0 ? null : new NewsLine(words => SentenceOf(due, words), ProtocolListPage.Address, "news.reviews-page"));
    }

    private string SentenceOf(List<ReviewDue> due, ICardWords words)
    {
        string TitleOf(Protocol protocol) => shelf.Translation(protocol.Key, words.Language)?.Title ?? protocol.Title;
        var named = string.Join(", ", due.Take(MostNamed).Select(r => $"\u201C{TitleOf(r.Protocol)}\u201D"));
        if (due.Count > MostNamed) named = words.Say("news.review-more", ("name", named), ("count", (due.Count - MostNamed).ToString(CultureInfo.InvariantCulture)));
        var sentence = words.Say(due[0].Urgency == ReviewUrgency.Overdue ? "news.review-overdue" : "news.review", ("name", named), ("when", TimeWords.Day(due[0].Protocol.ReviewDue!.Value, words)));
        return shelf.Startable(HowTo, board.Today) is { } way ? $"{sentence} {words.Say("news.yearly-start", ("name", $"**{TitleOf(way)}**"))}." : sentence;
    }
}
