namespace Microsoft.Bot.Schema;

/// <summary>Token that a channel sends along with a card action.</summary>
public class AdaptiveCardAuthentication : TokenExchangeInvokeRequest
{
    public AdaptiveCardAuthentication()
    {
    }
}
