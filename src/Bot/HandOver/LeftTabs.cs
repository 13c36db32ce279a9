using Microsoft.Bot.Schema;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>A tab that is left ends its live hand-over, or the wait for one, before it is forgotten.</summary>
internal static class LeftTabs
{
    /// <summary>Runs the turn that ends it. Does nothing, and commits nothing, where there is neither.</summary>
    public static async Task LeaveAsync(this TurnPipeline pipeline, ConversationKey key, Lockbox lockbox, CancellationToken cancel)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = "supportbot/left",
            ChannelId = key.Channel,
            Conversation = new ConversationAccount(id: key.Id),
            From = new ChannelAccount("program"),
            Recipient = new ChannelAccount("bot"),
        };
        var turn = new ProgramTurn(key.Id, "", null) { HandOver = new HandOverTurn.TabGone() };
        await pipeline.RunAsync(new IncomingTurn(activity, key, lockbox, ChannelTraits.WebChat) { Program = turn }, cancel);
    }
}
