using AdaptiveCards;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>Buttons of cards, forms in a window of their own, and the message extension.</summary>
public sealed partial class TeamsBot
{
    private const string Sentence = "application/vnd.microsoft.activity.message";

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var activity = (Activity)turnContext.Activity;
        var (verb, data) = (invokeValue.Action?.Verb ?? "", invokeValue.Action?.Data);
        if (verb != CardVerbs.Answer) return (await PressedAsync(turnContext, activity, verb, data, cancellationToken)).Response;
        var (instead, sentence) = await AnswerAsync(turnContext, activity, data, cancellationToken);
        return instead is null
            ? new AdaptiveCardInvokeResponse { StatusCode = 200, Type = Sentence, Value = sentence }
            : new AdaptiveCardInvokeResponse { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = instead.Content };
    }

    // What nobody knows is refused plainly and never a fault of the server.
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var answer = await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        if (answer is { Status: < StatusCodes.Status400BadRequest }) return answer;
        await NoteAsync((Activity)turnContext.Activity, "unknown-invoke", cancellationToken);
        return new InvokeResponse
        {
            Status = StatusCodes.Status400BadRequest,
            Body = new AdaptiveCardInvokeResponse { StatusCode = StatusCodes.Status400BadRequest, Type = "application/vnd.microsoft.error", Value = new Error("NotKnown", PhrasesOf(turnContext.Activity)["teams.unknown"]) },
        };
    }

    protected override async Task<TaskModuleResponse> OnTeamsTaskModuleFetchAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken)
    {
        var data = Members(taskModuleRequest.Data);
        data["do"] = "window";
        return await WindowAsync(turnContext, data, cancellationToken);
    }

    protected override Task<TaskModuleResponse> OnTeamsTaskModuleSubmitAsync(ITurnContext<IInvokeActivity> turnContext, TaskModuleRequest taskModuleRequest, CancellationToken cancellationToken) =>
        WindowAsync(turnContext, Members(taskModuleRequest.Data), cancellationToken);

    protected override async Task<MessagingExtensionResponse> OnTeamsMessagingExtensionQueryAsync(ITurnContext<IInvokeActivity> turnContext, MessagingExtensionQuery query, CancellationToken cancellationToken) =>
        await help.AnswerAsync(query, PersonOf((Activity)turnContext.Activity), PhrasesOf(turnContext.Activity), cancellationToken)
            ?? await base.OnTeamsMessagingExtensionQueryAsync(turnContext, query, cancellationToken);

    // The window stays open with the same form where something could not be taken; else it closes, and the chat goes on.
    private async Task<TaskModuleResponse> WindowAsync(ITurnContext<IInvokeActivity> context, Dictionary<string, object> data, CancellationToken cancel)
    {
        var activity = (Activity)context.Activity;
        var (instead, sentence) = await AnswerAsync(context, activity, data, cancel);
        var isForm = instead is not null && Asks(instead);
        if (isForm) return new TaskModuleResponse(new TaskModuleContinueResponse(new TaskModuleTaskInfo { Title = PhrasesOf(activity)["welcome.heading"], Height = "large", Width = "medium", Card = instead }));
        if (instead is null) return new TaskModuleResponse(new TaskModuleMessageResponse(sentence));
        await ReplaceAsync(context, activity.ReplyToId, instead, cancel);
        return new TaskModuleResponse(new TaskModuleMessageResponse(PhrasesOf(activity)["teams.in-chat"]));
    }

    /// <summary>A press on a question's card, checked and taken.</summary>
    /// <returns>What takes the place of the card, or else a sentence.</returns>
    private async Task<(Attachment? Instead, string Sentence)> AnswerAsync(ITurnContext context, Activity activity, object? data, CancellationToken cancel)
    {
        if (!IsPrivate(activity)) return (null, PhrasesOf(activity)["teams.private"]);
        if (presses.Check(activity, data) is { } refused)
        {
            await NoteAsync(activity, refused.Reason, cancel);
            return (null, PhrasesOf(activity)[refused.Phrase]);
        }

        var answer = await TakeAsync(context, QuestionPresses.AsMessage(activity, data!), fromCard: true, cancel);
        // Once for each press: a delivery that comes again is answered from the first one and is no press.
        if (answer.PressWasOver) await NoteAsync(activity, "closed", cancel);
        return (answer.Instead, PhrasesOf(activity)[answer.Kind switch
        {
            Dialogs.TurnKind.NotSaved => "teams.not-saved",
            Dialogs.TurnKind.Repeated => "teams.have-it",
            _ => "card.next",
        }]);
    }

    // Clients without Universal Actions send the same as a message; the card is then exchanged where it stands.
    private async Task SubmittedAsync(ITurnContext<IMessageActivity> context, string verb, CancellationToken cancel)
    {
        var activity = (Activity)context.Activity;
        if (verb is CardVerbs.Answer or "")
        {
            var (instead, sentence) = await AnswerAsync(context, activity, activity.Value, cancel);
            if (instead is not null) await ReplaceAsync(context, activity.ReplyToId, instead, cancel);
            else if (presses.Check(activity, activity.Value) is not null) await context.SendActivityAsync(MessageFactory.Text(sentence), cancel);
            return;
        }

        var answer = await PressedAsync(context, activity, verb, activity.Value, cancel);
        if (answer.Card is not { } card) await context.SendActivityAsync(MessageFactory.Text(answer.Sentence), cancel);
        else if (string.IsNullOrEmpty(activity.ReplyToId)) await context.SendActivityAsync(MessageFactory.Attachment(CardOf(card)), cancel);
        else await ReplaceAsync(context, activity.ReplyToId, CardOf(card), cancel);
    }

    private Task<ActionAnswer> PressedAsync(ITurnContext context, Activity activity, string verb, object? data, CancellationToken cancel) => verb == CardVerbs.GoOn
        ? GoOnAsync(context, activity, data, cancel)
        : actions.PressAsync(verb, data, PersonOf(activity), activity.From?.Id ?? "", StaffWordsOf(activity), cancel);

    // Steps are gone on with in the presser's own chat: as if they had typed it, with the button's use in the same commit.
    private async Task<ActionAnswer> GoOnAsync(ITurnContext context, Activity activity, object? data, CancellationToken cancel)
    {
        if (!IsPrivate(activity)) return new(null, PhrasesOf(activity)["teams.private"]);
        var person = PersonOf(activity);
        var (held, refused) = await actions.GoOnAsync(data, person, StaffWordsOf(activity), cancel);
        if (held is null) return refused!;
        var typed = QuestionPresses.AsTyped(activity, Dialogs.GoOnWords.For(held.Case.Number));
        var answer = await TakeAsync(context, typed, fromCard: false, cancel, held.Grant.Nonce);
        return answer.Kind == Dialogs.TurnKind.NotSaved
            ? new(null, StaffWordsOf(activity)["press.not-saved"])
            : await actions.WentOnAsync(held, person!, activity.From?.Id ?? "", StaffWordsOf(activity), cancel);
    }

    private async Task ReplaceAsync(ITurnContext context, string? messageId, Attachment card, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(messageId)) return;
        var message = (Activity)MessageFactory.Attachment(card);
        message.Id = messageId;
        try
        {
            await context.UpdateActivityAsync(message, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && SupportBot.Connector.ConnectorFailure.Of(e, time) is { } failure)
        {
            // What was sent is taken; the old card does nothing any more, whatever it looks like.
            Log.OldCardStays(log, failure.Kind.ToString());
        }
    }

    private static Attachment CardOf(AdaptiveCard card) => new() { ContentType = AdaptiveCard.ContentType, Content = card };

    // A card with nothing to fill in is one that was closed.
    private static bool Asks(Attachment card) => card.Content is AdaptiveCard { Body: { } body } && body.OfType<AdaptiveInput>().Any();

    private static Dictionary<string, object> Members(object? data) =>
        data is not null && JsonValue.Element(data) is { ValueKind: System.Text.Json.JsonValueKind.Object } sent ? sent.EnumerateObject().GroupBy(m => m.Name).ToDictionary(g => g.Key, g => (object)g.Last().Value) : [];
}
