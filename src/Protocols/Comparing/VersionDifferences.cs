namespace SupportBot.Protocols;

/// <summary>What changed between two versions of a protocol, in words that whoever works with it understands.</summary>
public static class VersionDifferences
{
    /// <summary>
    /// In the order a person reads: the header, the steps in the order of the newer version (those that are gone where they stood), then
    /// the case. Version numbers, dates, approval and status are no differences of content. Empty where nothing changed.
    /// </summary>
    /// <param name="roleTitle">a role's title by its id, as it stands inside a sentence; null: the id's own words</param>
    public static IReadOnlyList<Difference> Between(Protocol before, Protocol after, Func<string, string>? roleTitle = null)
    {
        var words = new ComparedWords(roleTitle ?? (id => id.Replace('-', ' ')));
        return
        [
            .. HeaderDifferences.Of(before, after, words),
            .. new StepDifferences(before, after, words).All(),
            .. CaseDifferences.Of(before.Case, after.Case, words),
            .. CaseDifferences.OfAboutStaff(before, after),
        ];
    }
}
