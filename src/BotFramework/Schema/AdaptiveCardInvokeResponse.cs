namespace Microsoft.Bot.Schema;

/// <summary>Body of the answer to an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    public AdaptiveCardInvokeResponse()
    {
    }

    public int StatusCode { get; set; }

    public string Type { get; set; }

    public object Value { get; set; }
}
