using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>Finds people of the directory, as it is at one moment, by their mail address. An address that two have finds nobody.</summary>
public sealed class HireMatches
{
    private readonly Dictionary<string, Person?> _byMail = [];

    public HireMatches(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        foreach (var person in district.People.Where(p => p.Mail.Length > 0))
            if (!_byMail.TryAdd(person.Mail.ToLowerInvariant(), person)) _byMail[person.Mail.ToLowerInvariant()] = null;
    }

    /// <param name="mail">Lower case.</param>
    public Person? Of(string mail) => _byMail.GetValueOrDefault(mail);

    public bool IsTwo(string mail) => _byMail.TryGetValue(mail, out var person) && person is null;
}
