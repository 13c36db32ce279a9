using Azure.Core;
using Azure.Identity;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Dialogs;
using SupportBot.Graph;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>The program's identity, as storage asks for it: the registration of the bot, by the credential that the configuration names.</summary>
internal sealed class StorageTokens(AppTokens tokens, TimeProvider time) : IEntraTokens
{
    // Longer than an identity of the platform takes; a person may be waiting for what is behind it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>Null where the configuration names no identity that could be used; tests bring one of their own.</returns>
    public static StorageTokens? Of(WebApplicationBuilder builder, TimeProvider time)
    {
        var options = CredentialTokens.Read(builder.Configuration);
        var credential = builder.Services.LastOrDefault(s => s.ServiceType == typeof(TokenCredential))?.ImplementationInstance as TokenCredential
            ?? (options.Fault() is null ? AppCredential.Of(options) : null);
        return credential is null ? null : new StorageTokens(new AppTokens(credential, time), time);
    }

    public async ValueTask<string> TokenAsync(string scope, bool fresh, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        try
        {
            return await tokens.TokenAsync(scope, fresh, both.Token);
        }
        catch (Exception e) when (e is AuthenticationFailedException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new StoreUnavailableException("Microsoft Entra gives the program no token: look at its identity (MicrosoftAppId, Credential:Kind).", e);
        }
    }
}
