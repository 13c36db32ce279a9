using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>What the anonymous page says of the district, and in which languages. Filled from content.</summary>
public sealed record WebChatSite
{
    /// <summary>The district's public name.</summary>
    public required string District { get; init; }

    /// <summary>The languages of the page are those of the chat.</summary>
    public required Phrasebook Phrasebook { get; init; }

    /// <summary>At least one; the first three make the bar that is always visible.</summary>
    public required IReadOnlyList<HelpLine> HelpLines { get; init; }

    /// <summary>Where quick exit goes: an everyday page that nobody wonders about.</summary>
    public Uri QuickExit { get; init; } = new("https://www.google.com/search?q=weather");
}
