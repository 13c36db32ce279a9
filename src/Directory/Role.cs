namespace SupportBot.Directory;

/// <summary>A role that protocols address by its id, so that they never name a person.</summary>
/// <param name="Id">Such as <c>duty-counselor</c>.</param>
/// <param name="Title">As a card shows it: <c>Duty counselor</c>.</param>
/// <param name="Description">What the role does, in one sentence.</param>
/// <param name="OutOfHours">True where somebody must be reachable at every hour of every day; the roster is checked for gaps.</param>
/// <param name="AlsoKnownAs">What people call whoever holds the role: <c>vice principal</c>.</param>
public sealed record Role(string Id, string Title, string Description, bool OutOfHours, IReadOnlyList<string> AlsoKnownAs)
{
    /// <summary>The title in other languages, by ISO 639 code.</summary>
    public IReadOnlyDictionary<string, string> Titles { get; init; } = new Dictionary<string, string>();

    /// <summary>The title in a language, or in English where it is not there.</summary>
    public string TitleIn(string language) => Titles.GetValueOrDefault(language, Title);
}
