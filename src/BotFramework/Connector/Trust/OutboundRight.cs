namespace SupportBot.Connector;

/// <summary>With what right the bot calls a channel, and that it calls nobody else.</summary>
internal sealed class OutboundRight(ChannelTrust trust, IAppTokens tokens)
{
    private readonly string _scope = trust.Audience + "/.default";

    /// <exception cref="RefusedAddressException">The address is not on a host that is trusted. Asked at each call, because a connector's address can be changed.</exception>
    public void Require(Uri address)
    {
        var named = address.IsAbsoluteUri && address.UserInfo.Length == 0 && trust.Allows(address.GetLeftPart(UriPartial.Authority));
        if (!named)
            throw new RefusedAddressException();
    }

    /// <param name="fresh">The channel did not take the last one.</param>
    /// <exception cref="AppTokenException">There is none.</exception>
    public async ValueTask<string> TokenAsync(bool fresh, CancellationToken cancellationToken)
    {
        string token;
        try
        {
            token = await tokens.TokenAsync(_scope, fresh, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AppTokenException("No token could be had for the channel.", failed);
        }

        return string.IsNullOrEmpty(token) ? throw new AppTokenException() : token;
    }
}
