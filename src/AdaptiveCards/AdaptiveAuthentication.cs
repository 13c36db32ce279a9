namespace AdaptiveCards;

/// <summary>How a client signs a person in before a card's Action.Execute runs.</summary>
public class AdaptiveAuthentication
{
    public string Text { get; set; }

    /// <summary>The name of the bot's connection setting.</summary>
    public string ConnectionName { get; set; }

    public AdaptiveTokenExchangeResource TokenExchangeResource { get; set; }

    public List<AdaptiveAuthCardButton> Buttons { get; set; } = [];
}
