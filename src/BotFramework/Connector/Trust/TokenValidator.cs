using System.Text.Json;
using Microsoft.Bot.Schema;

namespace SupportBot.Connector;

/// <summary>
/// Whether an activity comes from a channel that the bot trusts. Which rules hold is fixed by <see cref="ChannelTrust"/>; nothing in a
/// token or a body can choose another path.
/// </summary>
internal sealed class TokenValidator(ChannelTrust trust, SigningKeys keys, TimeProvider time)
{
    private const string Algorithm = "RS256";
    private const long Skew = 5 * 60;
    private const long LongestLife = 24 * 60 * 60;

    // Ways for a token to bring its own key or its own rules. None is ever followed, and a genuine token has none.
    private static readonly string[] NeverInHeader = ["crit", "b64", "jwk", "jku", "x5c", "x5u"];

    public async ValueTask<TokenFault> CheckAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (BearerToken.Glance(authHeader) is var glance and not TokenFault.None)
            return glance;
        using var token = BearerToken.Read(authHeader);
        if (token is null)
            return TokenFault.Malformed;

        // What costs nothing first: a key is looked for only when everything else fits.
        var kid = BearerToken.Text(token.Header, "kid");
        var fault = Header(token.Header, kid);
        if (fault is TokenFault.None)
            fault = Claims(token.Claims, activity.ServiceUrl);
        if (fault is TokenFault.None)
            fault = Body(activity);
        if (fault is not TokenFault.None)
            return fault;

        (var key, fault) = await keys.FindAsync(kid, cancellationToken).ConfigureAwait(false);
        if (key is null)
            return fault;
        if (!key.IsFor(activity.ChannelId))
            return TokenFault.NotEndorsed;
        return key.Signed(token.Signed, token.Signature) ? TokenFault.None : TokenFault.Signature;
    }

    private static TokenFault Header(JsonElement header, string kid)
    {
        if (BearerToken.Text(header, "alg") != Algorithm)
            return TokenFault.Algorithm;
        foreach (var name in NeverInHeader)
            if (header.TryGetProperty(name, out _))
                return TokenFault.Malformed;
        if (header.TryGetProperty("typ", out _) && !"JWT".Equals(BearerToken.Text(header, "typ"), StringComparison.OrdinalIgnoreCase))
            return TokenFault.Malformed;
        return string.IsNullOrEmpty(kid) ? TokenFault.UnknownKey : TokenFault.None;
    }

    private TokenFault Claims(JsonElement claims, string serviceUrl)
    {
        if (BearerToken.Text(claims, "iss") != trust.Issuer)
            return TokenFault.Issuer;
        // An app id is a GUID, whose letters are the same in either case.
        if (!trust.AppId.Equals(BearerToken.Text(claims, "aud"), StringComparison.OrdinalIgnoreCase))
            return TokenFault.Audience;

        var now = time.GetUtcNow().ToUnixTimeSeconds();
        if (BearerToken.Number(claims, "nbf") is not (>= 0 and var from) || BearerToken.Number(claims, "exp") is not (>= 0 and var until) || from > now + Skew || until < now - Skew)
            return TokenFault.NotNow;
        if (until <= from || until - from > LongestLife)
            return TokenFault.Life;

        // Ordinal: what the token names and what the bot will call is one text.
        return BearerToken.Text(claims, "serviceurl") is { } claimed && claimed == serviceUrl ? TokenFault.None : TokenFault.ServiceUrlClaim;
    }

    private TokenFault Body(Activity activity)
    {
        if (!trust.ChannelIds.Contains(activity.ChannelId, StringComparer.Ordinal))
            return TokenFault.ChannelId;
        if (!trust.Allows(activity.ServiceUrl))
            return TokenFault.ServiceUrl;
        return ActivityTenant.TryRead(activity, out var tenant) && trust.Serves(tenant) ? TokenFault.None : TokenFault.Tenant;
    }
}
