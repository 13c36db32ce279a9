using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Connector;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// A live hand-over in the counselor's own Teams chat. What a student writes goes there as plain text, the one exception that decision 0012
/// makes; who the student is goes nowhere, because nobody knows.
/// </summary>
public sealed class TeamsCounselorLine(TeamsConnector connector, Contacts contacts, StaffChats chats, Pace pace, TimeProvider time, ILogger<TeamsCounselorLine> log) : ICounselorLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<bool> TellAsync(string personId, string caseNumber, long newsId, HandOverNewsKind kind, PersonText? words, CancellationToken cancel)
    {
        if (await contacts.FindAsync(personId, cancel) is not { ConversationId.Length: > 0 } address) return false;
        var spoken = chats.In(address);
        // A person waits for this line: it takes its place in the chat's limits, and goes at once all the same.
        pace.Take(personId, time.GetUtcNow(), urgent: true);
        // One chat that hangs must not hold up the lines of the others for long.
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            try
            {
                await connector.SendAsync(address, MessageOf(caseNumber, kind, words, spoken), either.Token);
            }
            catch (ErrorResponseException e) when (kind == HandOverNewsKind.StudentSaid && ConnectorFailure.Of(e, time)!.Kind is ConnectorFailureKind.TooLarge or ConnectorFailureKind.Refused)
            {
                // It is this message that is not taken, not the person who is not there.
                Log.LineNotTold(log, caseNumber, personId, "instead");
                await connector.SendAsync(address, MessageFactory.Text(spoken.Say("line.unshown", ("code", caseNumber))), either.Token);
            }

            return true;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && ConnectorFailure.Of(e, time) is { } failure)
        {
            if (failure.Kind != ConnectorFailureKind.Unreachable) throw;
            Log.LineNotTold(log, caseNumber, personId, failure.Kind.ToString());
            return false;
        }
    }

    private static Activity MessageOf(string number, HandOverNewsKind kind, PersonText? words, ICardWords spoken)
    {
        if (kind != HandOverNewsKind.StudentSaid) return MessageFactory.Text(spoken.Say(SentenceOf(kind), ("code", number)));
        var message = MessageFactory.Text($"{spoken.Say("line.said", ("code", number))}\n{words?.Reveal()}");
        // Nothing that a student typed may become a link, a heading or a mention.
        message.TextFormat = TextFormatTypes.Plain;
        message.Summary = spoken.Say("line.summary", ("code", number));
        return message;
    }

    private static string SentenceOf(HandOverNewsKind kind) => kind switch
    {
        HandOverNewsKind.Joined => "line.joined",
        HandOverNewsKind.StudentWaits => "line.waits",
        HandOverNewsKind.StudentLeft => "line.left",
        HandOverNewsKind.TakenOver => "line.taken-over",
        _ => "line.you-left",
    };
}
