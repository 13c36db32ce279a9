namespace Microsoft.Bot.Schema;

/// <summary>Where a channel may post a token.</summary>
public class TokenPostResource
{
    public TokenPostResource()
    {
    }

    public string SasUrl { get; set; }
}
