using System.Globalization;
using SupportBot.Cards;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>What is overdue, in sentences with numbers: no name of anybody and no title of a course.</summary>
public static class DuesWords
{
    public static string Of(DuesAddressee to, IReadOnlyList<DuesItem> items, District district, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(district);
        ArgumentNullException.ThrowIfNull(words);
        if (to.Role.Length > 0) return Sentence("news.dues-of-one", "news.dues-of", items, words, ("name", district.School(to.Subject) is { } school ? words.Say("news.at-school", ("school", school.Name)) : words["news.in-district"]));
        var own = items.Where(i => i.Who.Person?.Id == to.Subject).ToList();
        var team = items.Where(i => i.Who.Person?.Id != to.Subject).ToList();
        return string.Join(' ', new[] { own.Count == 0 ? "" : Sentence("news.dues-own-one", "news.dues-own", own, words), team.Count == 0 ? "" : Sentence("news.dues-team-one", "news.dues-team", team, words) }.Where(s => s.Length > 0));
    }

    private static string Sentence(string one, string many, IReadOnlyList<DuesItem> items, ICardWords words, params (string, string)[] more)
    {
        var trainings = items.DistinctBy(i => (i.Who.Staffer.PersonId, i.Duty.Requirement.Id)).Count();
        var people = items.DistinctBy(i => i.Who.Staffer.PersonId).Count();
        return words.Say(trainings == 1 ? one : many, [("count", Number(trainings)), ("other", people == 1 ? words["news.person"] : words.Say("news.people", ("count", Number(people)))), .. more]);
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
