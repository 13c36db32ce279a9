using System.Globalization;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Bot;

/// <summary>That people were not at trainings at which they had a seat, for whoever the rules tell of it: numbers and a school, never a name and never a title. Who it is stands on the page.</summary>
public sealed class NoShowsNow(NoShowBoard board, TrainingOffer offer, District district) : INewsSource
{
    public NoticeKind Kind => NoticeKind.TrainingNoShows;

    public IReadOnlyList<Person> ToTell(Notice notice, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return DuesBoard.HoldersOf(new DuesAddressee(notice.Subject, notice.Role), district);
    }

    public async Task<NewsLine?> OfAsync(Notice notice, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var to = new DuesAddressee(notice.Subject, notice.Role);
        var theirs = (await board.NowAsync(cancel)).Where(n => n.To.Contains(to)).ToList();
        return theirs.Count == 0 || offer.Catalogue is not { } catalogue ? null : new NewsLine(words => SentenceOf(to, theirs, catalogue.Rules, words), MissedPage.Address, "news.missed-page");
    }

    private string SentenceOf(DuesAddressee to, List<NoShows> theirs, TrainingRules rules, ICardWords words)
    {
        var people = theirs.DistinctBy(n => n.Who.Id).Count();
        var (key, count) = (to.Role.Length > 0, people) switch
        {
            (false, 1) => ("news.no-shows-team-one", theirs.Max(n => n.Missed.Count)),
            (false, _) => ("news.no-shows-team", rules.NoShows),
            (true, 1) => ("news.no-shows-of-one", theirs.Max(n => n.Missed.Count)),
            _ => ("news.no-shows-of", rules.NoShows),
        };
        return words.Say(key, ("count", Number(count)), ("number", Number(people)), ("name", district.School(to.Subject) is { } school ? words.Say("news.at-school", ("school", school.Name)) : words["news.in-district"]));
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
