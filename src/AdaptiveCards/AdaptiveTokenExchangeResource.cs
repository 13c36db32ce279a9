namespace AdaptiveCards;

/// <summary>What single sign-on needs to exchange a token. All three are needed by the schema.</summary>
public class AdaptiveTokenExchangeResource
{
    public string Id { get; set; }

    public string Uri { get; set; }

    public string ProviderId { get; set; }
}
