using Microsoft.Bot.Schema;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.StaffConsole;

/// <summary>Turns of a person's conversations in the console, through the same pipeline as everybody's.</summary>
public sealed class ConsoleTurns(TurnPipeline pipeline, StaffChats chats)
{
    /// <summary>The id that a repeat of the same act has too.</summary>
    public static string IdOf(string personId, int place, string key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{personId}/{place}|{key}");

    /// <param name="value">What <see cref="PagePress"/> makes; null where something is typed.</param>
    public async Task<TurnAnswer> RunAsync(Person person, int place, string key, Dictionary<string, string>? value, string? text, CancellationToken cancel)
    {
        var conversation = ConsolePlaces.Of(person.Id, place);
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = IdOf(person.Id, place, key),
            ChannelId = conversation.Channel,
            Conversation = new ConversationAccount(id: conversation.Id),
            From = new ChannelAccount(person.Id),
            Recipient = new ChannelAccount("bot"),
            Locale = await chats.LanguageAsync(person.Id, cancel),
            Value = value,
            Text = text,
        };
        return await pipeline.RunAsync(
            new IncomingTurn(activity, conversation, Lockbox.Server, ChannelTraits.StaffConsole) { PersonId = person.Id, Account = new PersonText(person.Name), FromCard = value is not null }, cancel);
    }
}
