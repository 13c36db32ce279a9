namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>What the channels can show.</summary>
public class Channel
{
    // msteams is missing among the suggested actions: it shows them in a personal chat only.
    private static readonly Dictionary<string, int> SuggestedActions = new(StringComparer.Ordinal)
    {
        ["facebook"] = 10, ["skype"] = 10, ["line"] = 13, ["kik"] = 20,
        ["telegram"] = 100, ["emulator"] = 100, ["directline"] = 100, ["directlinespeech"] = 100, ["webchat"] = 100,
    };

    private static readonly Dictionary<string, int> CardActions = new(StringComparer.Ordinal)
    {
        ["facebook"] = 3, ["skype"] = 3, ["msteams"] = 50, ["line"] = 99,
        ["slack"] = 100, ["telegram"] = 100, ["emulator"] = 100, ["directline"] = 100, ["directlinespeech"] = 100, ["webchat"] = 100,
    };

    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100)
        => SupportsSuggestedActions(channelId, buttonCnt, null);

    /// <param name="channelId">Id of the channel.</param>
    /// <param name="buttonCnt">How many there are to show.</param>
    /// <param name="conversationType">Teams shows up to three, in a conversation of type "personal" only.</param>
    public static bool SupportsSuggestedActions(string channelId, int buttonCnt = 100, string conversationType = null)
        => channelId == "msteams"
            ? conversationType == "personal" && buttonCnt <= 3
            : channelId != null && SuggestedActions.TryGetValue(channelId, out var most) && buttonCnt <= most;

    public static bool SupportsCardActions(string channelId, int buttonCnt = 100)
        => channelId != null && CardActions.TryGetValue(channelId, out var most) && buttonCnt <= most;

    public static bool HasMessageFeed(string channelId) => channelId != "cortana";

    /// <summary>Longest title, in characters, that a button shows whole.</summary>
    public static int MaxActionTitleLength(string channelId) => 20;

    public static string GetChannelId(ITurnContext turnContext) => turnContext?.Activity?.ChannelId ?? string.Empty;
}
