using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.StaffConsole;

/// <summary>
/// Where a person's runs lie in the console: each in a conversation of its own, so that one waits while another goes on. Their names are made of the person's id and a
/// number, so nothing has to be looked up.
/// </summary>
public static class ConsolePlaces
{
    /// <summary>As many students as one person may have in hand at a time, and some more.</summary>
    public const int Most = 8;

    public static IEnumerable<int> All => Enumerable.Range(1, Most);

    public static bool IsOne(int place) => place is >= 1 and <= Most;

    public static ConversationKey Of(string personId, int place) =>
        new(ChannelTraits.StaffConsole.Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{personId}/{place}"));
}
