using System.Text.RegularExpressions;
using AdaptiveCards;

namespace SupportBot.Cards;

/// <summary>Which case a card is about and how a person gets from the card to it.</summary>
/// <remarks>
/// These go into a card as they are, so they are checked: a number that could be a sentence, or an address that is no
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
        (CaseNumber, ConsoleUrl, ActionToken) = (caseNumber, consoleUrl is null ? null : SafeForm.Web(consoleUrl), SafeForm.Token(actionToken));
    }

    public string CaseNumber { get; }

    public Uri? ConsoleUrl { get; }

    public string ActionToken { get; }

    /// <summary>Teams user ids of those whose clients ask for the newest card by themselves; at most 60, empty for nobody.</summary>
    /// <exception cref="ArgumentException">There are more, or one is of no safe form.</exception>
    public IReadOnlyList<string> RefreshFor { get; init => field = SafeForm.UserIds(value); } = [];

    internal AdaptiveAction Open(ICardWords words) => ConsoleUrl is { } url
        ? new AdaptiveOpenUrlAction { Title = PlainText.Unmarked(words["staff.open"]), Url = url, Tooltip = $"{PlainText.Unmarked(words["staff.open"])} {CaseNumber}" }
        : Execute(words["staff.open"], CardVerbs.Open);

    internal AdaptiveExecuteAction Execute(string phrase, string verb)
    {
        var title = PlainText.Unmarked(phrase);
        var action = Ask(verb);
        action.Title = title;
        action.Tooltip = $"{title} {CaseNumber}";
        action.Fallback = new(new AdaptiveSubmitAction
        {
            Title = title,
            Data = new Dictionary<string, object> { [CardVerbs.CaseMember] = CaseNumber, [CardVerbs.TokenMember] = ActionToken, [CardVerbs.VerbMember] = verb },
        });
        return action;
    }

    /// <summary>How the clients of <see cref="RefreshFor"/> bring the card up to date; null where nobody's does.</summary>
    internal AdaptiveRefresh? Refresh() => RefreshFor.Count == 0 ? null : new() { Action = Ask(CardVerbs.Refresh), UserIds = [.. RefreshFor] };

    private AdaptiveExecuteAction Ask(string verb) => new()
    {
        Verb = verb,
        // A dictionary, because every JSON library writes one the same.
        Data = new Dictionary<string, object> { [CardVerbs.CaseMember] = CaseNumber, [CardVerbs.TokenMember] = ActionToken },
    };

    [GeneratedRegex(@"\A[A-Z0-9-]{1,12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
