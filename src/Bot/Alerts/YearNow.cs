using System.Globalization;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Protocols;

namespace SupportBot.Bot;

/// <summary>What the school's year begins at a person's schools, as long as nobody there has said that it has begun. In the words of content, in the person's language.</summary>
public sealed class YearNow(YearBoard board, ProtocolShelf shelf, District district) : INewsSource
{
    private const int MostNamed = 3;

    public NoticeKind Kind => NoticeKind.YearBegins;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return district.Person(YearSubject.Parse(notice.Subject)?.PersonId) is { } person ? [person] : [];
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (YearSubject.Parse(notice.Subject) is not { } about || district.Person(about.PersonId) is not { } person) return null;
        var open = (await board.OpenForAsync(person, cancel)).Where(b => (b.Beginning.Protocol, b.Beginning.Entry, b.Beginning.On) == (about.Protocol, about.Entry, about.On)).ToList();
        return open.Count == 0 ? null : new NewsLine(words => SentenceOf(open, words), YearPage.Address, "news.yearly-page");
    }

    private string SentenceOf(List<BegunEntry> open, ICardWords words)
    {
        var (protocol, entry) = (open[0].Protocol, open[0].Entry);
        var translation = shelf.Translation(protocol.Key, words.Language);
        var schools = open.Select(b => board.SchoolName(b.Beginning.SchoolId)).ToList();
        var named = string.Join(", ", schools.Take(MostNamed));
        if (schools.Count > MostNamed) named = words.Say("news.yearly-more", ("name", named), ("count", (schools.Count - MostNamed).ToString(CultureInfo.InvariantCulture)));
        var sentence = words.Say("news.yearly", ("name", (translation?.Over(entry) ?? entry).Text), ("school", named), ("when", TimeWords.Day(open[0].Due, words)));
        return entry.Starts ? $"{sentence} {words.Say("news.yearly-start", ("name", $"**{translation?.Title ?? protocol.Title}**"))}." : sentence;
    }
}
