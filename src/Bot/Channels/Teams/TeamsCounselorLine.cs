using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Connector;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// A live hand-over in the counselor's own Teams chat. What a student writes goes there as plain text, the one exception that decision 0012
/// makes; who the student is goes nowhere, because nobody knows.
/// </summary>
public sealed class TeamsCounselorLine(TeamsConnector connector, Contacts contacts, Pace pace, TimeProvider time, ILogger<TeamsCounselorLine> log) : ICounselorLine
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<bool> TellAsync(string personId, string caseNumber, long newsId, HandOverNewsKind kind, PersonText? words, CancellationToken cancel)
    {
        if (await contacts.FindAsync(personId, cancel) is not { ConversationId.Length: > 0 } address) return false;
        // A person waits for this line: it takes its place in the chat's limits, and goes at once all the same.
        pace.Take(personId, time.GetUtcNow(), urgent: true);
        // One chat that hangs must not hold up the lines of the others for long.
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            try
            {
                await connector.SendAsync(address, MessageOf(caseNumber, kind, words), either.Token);
            }
            catch (ErrorResponseException e) when (kind == HandOverNewsKind.StudentSaid && ConnectorFailure.Of(e, time)!.Kind is ConnectorFailureKind.TooLarge or ConnectorFailureKind.Refused)
            {
                // It is this message that is not taken, not the person who is not there.
                Log.LineNotTold(log, caseNumber, personId, "instead");
                await connector.SendAsync(address, MessageFactory.Text($"The student of case {caseNumber} wrote something that cannot be shown here. Please read it on the page of the chat in the console."), either.Token);
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

    private static Activity MessageOf(string number, HandOverNewsKind kind, PersonText? words)
    {
        if (kind != HandOverNewsKind.StudentSaid) return MessageFactory.Text(SentenceOf(number, kind));
        var message = MessageFactory.Text($"Case {number}, the student:\n{words?.Reveal()}");
        // Nothing that a student typed may become a link, a heading or a mention.
        message.TextFormat = TextFormatTypes.Plain;
        message.Summary = $"Somebody wrote in the chat of case {number}";
        return message;
    }

    private static string SentenceOf(string number, HandOverNewsKind kind) => kind switch
    {
        HandOverNewsKind.Joined => $"You are now in the chat of case {number} with a student in the anonymous web chat. **Everything you type here goes to them**, word for word, with your name, until you type **leave**. They see that you read in Teams. Nobody knows who they are: please do not ask for a name unless it keeps somebody safe. If you think somebody is in danger, stay with them here and call 911.",
        HandOverNewsKind.StudentWaits => $"The student of case {number} is waiting for your answer. If you cannot go on, type **leave**, so that somebody else is called.",
        HandOverNewsKind.StudentLeft => $"The student of case {number} has left the chat. What you type here goes nowhere any more. The case stays open: please go on there.",
        HandOverNewsKind.TakenOver => $"A colleague has taken over the chat of case {number}, because it was quiet for a while. What you type here does not go to the student any more.",
        _ => $"You have left the chat of case {number}. The case stays open.",
    };
}
