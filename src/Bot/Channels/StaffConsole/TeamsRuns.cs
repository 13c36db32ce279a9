using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.StaffConsole;

/// <summary>
/// What is open in a person's own Teams chat. It is brought elsewhere as it would be handed to somebody: kept for that person with its case, by a turn of that chat, which
/// reads there where it went.
/// </summary>
public sealed class TeamsRuns(Contacts contacts, PageTalks talks, TurnPipeline pipeline, Outgoing outgoing, TimeProvider time)
{
    /// <summary>Null where the person has no chat, or where nothing of a protocol is on top there.</summary>
    public async Task<PageTalk?> LookAsync(Person person, CancellationToken cancel) =>
        await contacts.FindAsync(person.Id, cancel) is { ConversationId.Length: > 0 } address && await talks.LookAsync(KeyOf(address), cancel) is { Run: not null } talk ? talk : null;

    /// <summary>Lets the run leave the chat; it then waits for this person in its case.</summary>
    /// <param name="id">The same for every repeat.</param>
    /// <returns>Number of the case; null where there is nothing that can be moved.</returns>
    public async Task<(string? CaseNumber, TurnAnswer? Answer)> ReleaseAsync(Person person, string id, CancellationToken cancel)
    {
        if (await contacts.FindAsync(person.Id, cancel) is not { ConversationId.Length: > 0 } address) return (null, null);
        if ((await talks.LookAsync(KeyOf(address), cancel)).Run is not { CanPass: true, Question: { } question, CaseNumber: { } number }) return (null, null);
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = id,
            ChannelId = Microsoft.Bot.Connector.Channels.Msteams,
            ServiceUrl = address.ServiceUrl,
            Conversation = new ConversationAccount(id: address.ConversationId, tenantId: address.TenantId),
            From = new ChannelAccount(address.UserId),
            Recipient = new ChannelAccount(address.BotId),
            Value = PagePress.KeepFor(question, person.Id),
        };
        var answer = await pipeline.RunAsync(
            new IncomingTurn(activity, KeyOf(address), Lockbox.Server, ConnectorTraits.Of(activity.ChannelId)) { PersonId = person.Id, Account = new PersonText(person.Name), FromCard = true }, cancel);
        // What it says there goes out at once: what comes later in that chat waits behind it.
        if (answer is { Kind: TurnKind.Answered, Replies.Count: > 0 }) await outgoing.LeftAsync(KeyOf(address), answer.Revision, 0, time.GetUtcNow());
        return (number, answer);
    }

    private static ConversationKey KeyOf(TeamsAddress address) => new(Microsoft.Bot.Connector.Channels.Msteams, address.ConversationId);
}
