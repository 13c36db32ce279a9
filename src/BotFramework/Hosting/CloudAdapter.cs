using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using SupportBot;
using SupportBot.Connector;
using SupportBot.Wire;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The HTTP endpoint of a bot. POST runs a turn and is answered after it: 200, the answer of an invoke (501 when nobody gave one), or
/// the replies themselves under delivery mode <c>expectReplies</c>. 400 malformed, 401 refused, 405 another verb, 413 too large.
/// What a bot throws goes to the host unless OnTurnError is set.
/// </summary>
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>For a bot without an app id, which anybody may call. For development only.</summary>
    public CloudAdapter()
        : this(BotFrameworkAuthenticationFactory.Create())
    {
    }

    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <param name="configuration">Its <c>MicrosoftAppId</c> is the bot's app id.</param>
    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory), logger)
    {
    }

    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);

        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            httpResponse.StatusCode = StatusCodes.Status405MethodNotAllowed;
            httpResponse.Headers.Allow = HttpMethods.Post;
            return;
        }

        // Before the body is read: who has no business here costs no more than this.
        var authHeader = httpRequest.Headers.Authorization;
        if (authHeader.Count > 1 || authHeader.ToString().Length > BearerToken.Longest || (BotFrameworkAuthentication is IHeaderGate gate && !gate.MayPass(authHeader)))
        {
            Refuse(httpResponse, StatusCodes.Status401Unauthorized);
            return;
        }

        var activity = await ReadAsync(httpRequest, httpResponse, cancellationToken).ConfigureAwait(false);
        if (activity is null)
            return;

        AuthenticateRequestResult caller;
        try
        {
            caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException)
        {
            Refuse(httpResponse, StatusCodes.Status401Unauthorized);
            return;
        }

        // After the caller is known: what is wrong with an activity is nobody else's to learn.
        if (string.IsNullOrWhiteSpace(activity.Type) || !ServiceAddress.TryParse(activity.ServiceUrl, out _))
        {
            Refuse(httpResponse, StatusCodes.Status400BadRequest);
            return;
        }

        var result = await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        if (result is not null)
            await WriteAsync(httpResponse, result, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse result, CancellationToken cancellationToken)
    {
        response.StatusCode = result.Status;
        if (result.Body is null || result.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return;

        using var buffer = JsonBuffer.Rent();
        JsonSerializer.Serialize(buffer.Writer, result.Body, ActivityJson.Options);
        var json = buffer.Written;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.BodyWriter.WriteAsync(json, cancellationToken).ConfigureAwait(false);
    }

    /// <returns>Null when the request was refused.</returns>
    private async ValueTask<Activity> ReadAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        try
        {
            if (request.ContentLength > ActivityJson.DefaultLimit)
                throw new ActivityTooLargeException(ActivityJson.DefaultLimit);
            return await ActivityJson.ReadAsync(request.BodyReader, ActivityJson.DefaultLimit, cancellationToken).ConfigureAwait(false);
        }
        catch (ActivityTooLargeException)
        {
            Refuse(response, StatusCodes.Status413PayloadTooLarge);
        }
        catch (BadHttpRequestException unreadable)
        {
            Refuse(response, unreadable.StatusCode);
        }
        catch (JsonException)
        {
            Refuse(response, StatusCodes.Status400BadRequest);
        }

        return null;
    }

    private void Refuse(HttpResponse response, int status)
    {
        response.StatusCode = status;
        Log.Refused(Logger, status);
    }
}
