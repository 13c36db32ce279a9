using System.Net;
using System.Text.Json;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder.Teams;

public partial class TeamsActivityHandler
{
    /// <summary>The answer to an invoke, chosen by its name. 400 for a value of another shape, 501 for what nobody handles.</summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            return turnContext.Activity.Name switch
            {
                null when turnContext.Activity.ChannelId == Channels.Msteams => await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false),
                "fileConsent/invoke" => await OnTeamsFileConsentAsync(turnContext, Value<FileConsentCardResponse>(turnContext), cancellationToken).ConfigureAwait(false),
                "composeExtension/query" => CreateInvokeResponse(await OnTeamsMessagingExtensionQueryAsync(turnContext, Value<MessagingExtensionQuery>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/queryLink" => CreateInvokeResponse(await OnTeamsAppBasedLinkQueryAsync(turnContext, Value<AppBasedLinkQuery>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/anonymousQueryLink" => CreateInvokeResponse(await OnTeamsAnonymousAppBasedLinkQueryAsync(turnContext, Value<AppBasedLinkQuery>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/selectItem" => CreateInvokeResponse(await OnTeamsMessagingExtensionSelectItemAsync(turnContext, Object(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/submitAction" => CreateInvokeResponse(await OnTeamsMessagingExtensionSubmitActionDispatchAsync(turnContext, Value<MessagingExtensionAction>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/fetchTask" => CreateInvokeResponse(await OnTeamsMessagingExtensionFetchTaskAsync(turnContext, Value<MessagingExtensionAction>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/querySettingUrl" => CreateInvokeResponse(await OnTeamsMessagingExtensionConfigurationQuerySettingUrlAsync(turnContext, Value<MessagingExtensionQuery>(turnContext), cancellationToken).ConfigureAwait(false)),
                "task/fetch" => CreateInvokeResponse(await OnTeamsTaskModuleFetchAsync(turnContext, Value<TaskModuleRequest>(turnContext), cancellationToken).ConfigureAwait(false)),
                "task/submit" => CreateInvokeResponse(await OnTeamsTaskModuleSubmitAsync(turnContext, Value<TaskModuleRequest>(turnContext), cancellationToken).ConfigureAwait(false)),
                "tab/fetch" => CreateInvokeResponse(await OnTeamsTabFetchAsync(turnContext, Value<TabRequest>(turnContext), cancellationToken).ConfigureAwait(false)),
                "tab/submit" => CreateInvokeResponse(await OnTeamsTabSubmitAsync(turnContext, Value<TabSubmit>(turnContext), cancellationToken).ConfigureAwait(false)),
                "composeExtension/setting" => await DoneAsync(OnTeamsMessagingExtensionConfigurationSettingAsync(turnContext, Object(turnContext), cancellationToken)).ConfigureAwait(false),
                "composeExtension/onCardButtonClicked" => await DoneAsync(OnTeamsMessagingExtensionCardButtonClickedAsync(turnContext, Object(turnContext), cancellationToken)).ConfigureAwait(false),
                _ => await base.OnInvokeActivityAsync(turnContext, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (InvokeResponseException refusal)
        {
            return refusal.CreateInvokeResponse();
        }
    }

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsSigninVerifyStateAsync(turnContext, cancellationToken);

    /// <summary>Goes on to the method of the answer, accept or decline; 400 for any other.</summary>
    protected virtual Task<InvokeResponse> OnTeamsFileConsentAsync(
        ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        fileConsentCardResponse.Action switch
        {
            "accept" => DoneAsync(OnTeamsFileConsentAcceptAsync(turnContext, fileConsentCardResponse, cancellationToken)),
            "decline" => DoneAsync(OnTeamsFileConsentDeclineAsync(turnContext, fileConsentCardResponse, cancellationToken)),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest, "The answer to a file is neither accept nor decline."),
        };

    /// <summary>Goes on to the method of what was done with a preview, or to the action itself; 400 for anything else.</summary>
    protected virtual Task<MessagingExtensionActionResponse> OnTeamsMessagingExtensionSubmitActionDispatchAsync(
        ITurnContext<IInvokeActivity> turnContext, MessagingExtensionAction action, CancellationToken cancellationToken) =>
        action.BotMessagePreviewAction switch
        {
            null or "" => OnTeamsMessagingExtensionSubmitActionAsync(turnContext, action, cancellationToken),
            "edit" => OnTeamsMessagingExtensionBotMessagePreviewEditAsync(turnContext, action, cancellationToken),
            "send" => OnTeamsMessagingExtensionBotMessagePreviewSendAsync(turnContext, action, cancellationToken),
            _ => throw new InvokeResponseException(HttpStatusCode.BadRequest, "A preview is edited or sent, nothing else."),
        };

    private static async Task<InvokeResponse> DoneAsync(Task work)
    {
        await work.ConfigureAwait(false);
        return CreateInvokeResponse();
    }

    private static T Value<T>(ITurnContext<IInvokeActivity> turnContext)
        where T : class => turnContext.Activity.Value as T ?? Read<T>(turnContext.Activity.Value) ?? throw Malformed(typeof(T).Name);

    private static object Object(ITurnContext<IInvokeActivity> turnContext) =>
        Element(turnContext.Activity.Value).ValueKind == JsonValueKind.Object ? turnContext.Activity.Value : throw Malformed("object");

    private static T Read<T>(object value)
        where T : class =>
        Element(value) is { ValueKind: JsonValueKind.Object } element && JsonValue.TryTo<T>(element, out var read) ? read : null;

    private static JsonElement Element(object value)
    {
        try
        {
            return JsonValue.Element(value);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            return default;
        }
    }

    private static InvokeResponseException Malformed(string expected) => new(HttpStatusCode.BadRequest, $"The value of the activity is not a {expected}.");
}
