using Azure.Core;
using Azure.Identity;

namespace SupportBot.Graph.Tests;

/// <summary>Gives tokens, numbered, each for one scope.</summary>
public sealed class FakeCredential : TokenCredential
{
    private int _issued;

    public bool IsDown { get; set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        IsDown ? throw new AuthenticationFailedException("down") : new AccessToken($"{requestContext.Scopes[0]}#{Interlocked.Increment(ref _issued)}", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
