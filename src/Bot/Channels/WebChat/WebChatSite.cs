namespace SupportBot.Bot.Channels.WebChat;

/// <summary>What the anonymous page says of the district. Filled from content.</summary>
public sealed record WebChatSite
{
    /// <summary>The district's public name.</summary>
    public string District { get; init; } = "Your school district";

    /// <summary>BCP 47 tag of the page's language.</summary>
    public string Language { get; init; } = "en";

    /// <summary>At least one; the first three make the bar that is always visible.</summary>
    public IReadOnlyList<HelpLine> HelpLines { get; init; } = HelpLine.Always;

    /// <summary>What the button "I am not safe right now" says for the person. It must be a phrase that starts the crisis protocol.</summary>
    public string NotSafePhrase { get; init; } = "I am not safe right now";

    /// <summary>Where quick exit goes: an everyday page that nobody wonders about.</summary>
    public Uri QuickExit { get; init; } = new("https://www.google.com/search?q=weather");
}
