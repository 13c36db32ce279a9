using System.Net;
using System.Text.Json;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder;

public partial class ActivityHandler
{
    /// <summary>An invoke that went well.</summary>
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>The answer to an invoke, chosen by its name: card actions, searches, sign-in; 501 for any other.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    return Answer(await OnAdaptiveCardInvokeAsync(turnContext, CardAction(turnContext.Activity), cancellationToken).ConfigureAwait(false));
                case "application/search":
                    return Answer(await OnSearchInvokeAsync(turnContext, Search(turnContext.Activity), cancellationToken).ConfigureAwait(false));
                case SignInConstants.SharePointTokenExchange:
                case { } name when name.StartsWith("signin/", StringComparison.Ordinal):
                    await OnSignInInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false);
                    return CreateInvokeResponse();
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException refusal)
        {
            return refusal.CreateInvokeResponse();
        }
    }

    protected virtual Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <returns>The answer; its status code is in its own body, the HTTP status is 200.</returns>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <returns>The answer; its status code is in its own body, the HTTP status is 200.</returns>
    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private static InvokeResponse Answer(AdaptiveCardInvokeResponse response) => CreateInvokeResponse(response);

    private static AdaptiveCardInvokeValue CardAction(IInvokeActivity activity)
    {
        var value = Value<AdaptiveCardInvokeValue>(activity);
        if (value.Action is null)
            throw Malformed("Missing action property on value.");
        if (value.Action.Type != "Action.Execute")
            throw Refusal(HttpStatusCode.BadRequest, "NotSupported", $"The action '{value.Action.Type}' is not supported.");
        return value;
    }

    private static SearchInvokeValue Search(IInvokeActivity activity)
    {
        var value = Value<SearchInvokeValue>(activity);
        if (string.IsNullOrEmpty(value.Kind))
            value.Kind = activity.ChannelId == Channels.Msteams ? SearchInvokeTypes.Search : throw Malformed("Missing kind property for search.");
        if (string.IsNullOrEmpty(value.QueryText))
            throw Malformed("Missing queryText property for search.");
        return value;
    }

    private static T Value<T>(IInvokeActivity activity)
    {
        if (activity.Value is null)
            throw Malformed("Missing value property on activity.");
        if (activity.Value is T typed)
            return typed;
        try
        {
            var element = JsonValue.Element(activity.Value);
            if (element.ValueKind == JsonValueKind.Object)
                return JsonValue.To<T>(element);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            // Answered like any other value of the wrong shape.
        }

        throw Malformed("Value property instance is not properly formed.");
    }

    private static InvokeResponseException Malformed(string message) => Refusal(HttpStatusCode.BadRequest, "BadRequest", message);

    private static InvokeResponseException Refusal(HttpStatusCode status, string code, string message) => new(
        status,
        new AdaptiveCardInvokeResponse { StatusCode = (int)status, Type = "application/vnd.microsoft.error", Value = new Error(code, message) });

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(View<IInvokeActivity>(turnContext), cancellationToken).ConfigureAwait(false);

        // A dialog or a prompt may have answered on its own.
        if (response is null || turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is not null)
            return;
        await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = response }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends an invoke with a status and a body.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _status;
        private readonly object _body;

        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
            : base($"The invoke is answered {(int)statusCode}.")
        {
            _status = statusCode;
            _body = body;
        }

        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_status, Body = _body };
    }
}
