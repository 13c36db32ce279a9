using Microsoft.Bot.Schema;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>Runs the turns that the program takes by itself, through the same pipeline as everybody's, and shows their replies.</summary>
public sealed class ProgramTurns(ITurnStore store, TurnPipeline pipeline, WebChatStreams streams, AnswerSeals seals)
{
    /// <returns><see cref="TurnKind.Nothing"/> where the program may not go on or nothing was left to do; <see cref="TurnKind.NotSaved"/> where it must be tried again.</returns>
    public async Task<TurnKind> RunAsync(ConversationKey key, ProgramTurn program, CancellationToken cancel)
    {
        if (await store.LoadForServerAsync(key, cancel) is not { } loaded) return TurnKind.Nothing;
        var traits = key.Channel == ChannelTraits.WebChat.Name ? ChannelTraits.WebChat
            : key.Channel == ChannelTraits.StaffConsole.Name ? ChannelTraits.StaffConsole : ConnectorTraits.Of(key.Channel);
        var activity = new Activity
        {
            Type = ActivityTypes.Event,
            Name = "supportbot/go-on",
            ChannelId = key.Channel,
            Conversation = new ConversationAccount(id: key.Id),
            From = new ChannelAccount("program"),
            Recipient = new ChannelAccount("bot"),
        };
        var answer = await pipeline.RunAsync(new IncomingTurn(activity, key, loaded.Lockbox, traits) { Program = program, Seal = traits.Forms ? seals.Seal(key.Id, "") : null }, cancel);
        if (answer.Kind == TurnKind.Answered && traits.KeepsTranscript) streams.Deliver(key.Id, answer);
        return answer.Kind;
    }
}
