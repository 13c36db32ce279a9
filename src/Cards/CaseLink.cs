using System.Text.RegularExpressions;
using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>Which case a card is about and how a person gets from the card to it.</summary>
/// <remarks>
/// These three go into a card as they are, so they are checked: a number that could be a sentence, or an address that is no
/// web page, never becomes a card.
/// </remarks>
public sealed partial record CaseLink
{
    /// <param name="caseNumber">The number people say, such as <c>K7M-2QD</c>.</param>
    /// <param name="consoleUrl">The case's page in the console; null where the bot itself shows the case.</param>
    /// <param name="actionToken">Signed, opaque, for one recipient; comes back with every action.</param>
    /// <exception cref="ArgumentException">A value is of no such form.</exception>
    public CaseLink(string caseNumber, Uri? consoleUrl, string actionToken)
    {
        if (!NumberForm().IsMatch(caseNumber))
            throw new ArgumentException("A case number is up to 12 capital letters, digits and hyphens.", nameof(caseNumber));
        if (consoleUrl is { } url && !(url.IsAbsoluteUri && url.Scheme is "https" or "http" && url.OriginalString.Length <= 1000))
            throw new ArgumentException("The console's address is a web address of at most 1000 characters.", nameof(consoleUrl));
        if (!TokenForm().IsMatch(actionToken))
            throw new ArgumentException("An action token is 1 to 1000 characters of base64url, dots and tildes.", nameof(actionToken));
        (CaseNumber, ConsoleUrl, ActionToken) = (caseNumber, consoleUrl, actionToken);
    }

    public string CaseNumber { get; }

    public Uri? ConsoleUrl { get; }

    public string ActionToken { get; }

    internal AdaptiveAction Open() => ConsoleUrl is { } url
        ? new AdaptiveOpenUrlAction { Title = "Open case", Url = url, Tooltip = $"Open case {CaseNumber}" }
        : Execute("Open case", CardVerbs.Open);

    internal AdaptiveExecuteAction Execute(string title, string verb) => new()
    {
        Title = title,
        Verb = verb,
        Tooltip = $"{title} {CaseNumber}",
        // A dictionary, because every JSON library writes one the same.
        Data = new Dictionary<string, object> { [CardVerbs.CaseMember] = CaseNumber, [CardVerbs.TokenMember] = ActionToken },
    };

    [GeneratedRegex("^[A-Z0-9-]{1,12}$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();

    [GeneratedRegex("^[A-Za-z0-9_.~-]{1,1000}$", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();
}
