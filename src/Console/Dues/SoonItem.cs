using System.Globalization;
using SupportBot.Cards;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>A required training of one person that is due so soon that a word of the rules has come.</summary>
/// <param name="Step">How many days before that word is said.</param>
public sealed record SoonItem(StaffStanding Who, Requirement Requirement, DateOnly Due, int Step)
{
    /// <summary>What every <see cref="Key"/> begins with.</summary>
    public const string Said = "due-soon:";

    public string PersonId => Who.Staffer.PersonId;

    /// <summary>Said once: person, requirement, due day and step, ids only. A day that a leave has moved is news.</summary>
    public string Key => FormattableString.Invariant($"{Said}{PersonId}:{Requirement.Id}:{Due:yyyyMMdd}:{Step}");
}

/// <summary>What is due soon, in one sentence with numbers: no title, because others may see the screen.</summary>
public static class SoonWords
{
    public static string Of(IReadOnlyList<SoonItem> items, ICardWords words)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(words);
        var first = TimeWords.Day(items.Min(i => i.Due), words);
        return items.Count == 1 ? words.Say("news.due-soon-one", ("when", first)) : words.Say("news.due-soon", ("count", items.Count.ToString(CultureInfo.InvariantCulture)), ("when", first));
    }
}
