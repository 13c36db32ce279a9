using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>
/// Finds staff whose name appears in what somebody wrote, to keep a person who is named in a report away from it.
/// It errs on the side of keeping out: two people with the same last name are both kept out, small misspellings of a
/// long name count, and it does not matter whether the person is accused or merely mentioned. A last name alone is not
/// enough ("in the park" is not Ms. Park), unless somebody entered it as another name of that person.
/// What it cannot see are nicknames nobody entered and people described without a name; a person must still look.
/// </summary>
public static class PeopleNamed
{
    private static readonly HashSet<string> Titles =
    [
        "mr", "mrs", "ms", "miss", "mister", "missus", "mx", "dr", "doctor", "prof", "professor", "teacher", "coach", "principal", "vp",
        "counselor", "counsellor", "nurse", "officer", "director", "dean", "sir", "maam", "profe", "maestro", "maestra", "senor", "senora", "senorita", "sr", "sra", "srta",
    ];

    private const int LongEnoughToMisspell = 5;

    /// <summary>Ids of the staff who are named: first and last name in either order, a title with first or last name, or another name of theirs.</summary>
    public static IReadOnlySet<string> In(string? text, District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        var words = Words(text);
        return district.People.Where(p => IsNamed(p, words)).Select(p => p.Id).ToHashSet();
    }

    /// <summary>As <see cref="In"/>, and whoever holds a role that is named ("the vice principal") at that school: for reports that are, or may be, about its staff.</summary>
    /// <param name="schoolId">Null where the school is not known: then roles held in the whole district count.</param>
    public static IReadOnlySet<string> InWithTitles(string? text, District district, string? schoolId)
    {
        var named = In(text, district).ToHashSet();
        named.UnionWith(RolesNamed(Words(text), district).SelectMany(role => district.Roster.HoldersOnPaper(role, schoolId)).Select(p => p.Id));
        return named;
    }

    /// <summary>
    /// For the answer to "who did it?", where a word can hardly mean anything but a person: as <see cref="InWithTitles"/>, and also a last name alone.
    /// </summary>
    /// <param name="schoolId">Null where the school is not known: then roles held in the whole district count.</param>
    public static IReadOnlySet<string> InAnswerToWho(string? text, District district, string? schoolId)
    {
        var (named, words) = (InWithTitles(text, district, schoolId).ToHashSet(), Words(text));
        named.UnionWith(district.People.Where(p => PlainWords.Split(p.Name).Skip(1).Any(last => words.Any(w => IsAlike(w, last)))).Select(p => p.Id));
        return named;
    }

    private static string[] Words(string? text) => [.. PlainWords.Split(text ?? "").Select(WithoutPossessive)];

    /// <summary>Ids of the roles whose title or other name stands in the words; "vice principal" is not also "principal".</summary>
    private static List<string> RolesNamed(string[] words, District district)
    {
        var left = (string[])words.Clone();
        var found = new List<string>();
        var names = district.Roles.SelectMany(r => r.AlsoKnownAs.Append(r.Title).Select(n => (r.Id, Words: PlainWords.Split(n).Select(WithoutPossessive).ToArray())));
        foreach (var (id, name) in names.OrderByDescending(n => n.Words.Length))
            for (var at = 0; at + name.Length <= left.Length; at++)
                if (name.Length > 0 && left.AsSpan(at, name.Length).SequenceEqual(name))
                {
                    found.Add(id);
                    left.AsSpan(at, name.Length).Clear();
                }
        return found;
    }

    private static bool IsNamed(Person person, string[] words) =>
        IsNamedInFull(PlainWords.Split(person.Name), words)
        || person.AlsoKnownAs.Any(other => Stands(PlainWords.Split(other), words));

    private static bool IsNamedInFull(string[] name, string[] words)
    {
        var (first, lasts) = (name[0], name[1..]);
        for (var at = 0; at < words.Length; at++)
        {
            if (Titles.Contains(words[at]) && Follows(words, at, name, reach: 1 + InitialsAfter(words, at))) return true;
            if (IsAlike(words[at], first) && lasts.Any(last => Follows(words, at, [last], reach: 2))) return true;
            if (lasts.Any(last => IsAlike(words[at], last)) && Follows(words, at, [first], reach: 1)) return true;
        }
        return false;
    }

    /// <summary>1 for "Mr. B. Park", where an initial stands between.</summary>
    private static int InitialsAfter(string[] words, int at) => at + 1 < words.Length && words[at + 1].Length == 1 ? 1 : 0;

    /// <summary>One of the names stands among the next <paramref name="reach"/> words.</summary>
    private static bool Follows(string[] words, int at, string[] names, int reach) =>
        words.Skip(at + 1).Take(reach).Any(word => names.Any(name => IsAlike(word, name)));

    private static bool Stands(string[] name, string[] words) =>
        name.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - name.Length + 1))
            .Any(at => name.Select((word, i) => IsAlike(words[at + i], word)).All(alike => alike));

    private static bool IsAlike(string word, string name) =>
        word == name || WithoutPossessive(name) == word
        || Math.Min(word.Length, name.Length) >= LongEnoughToMisspell && Nearest.Slips(word, name) <= 1;

    /// <summary>"Okafors" for "Okafor's": the apostrophe is already gone.</summary>
    private static string WithoutPossessive(string word) => word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word;
}
