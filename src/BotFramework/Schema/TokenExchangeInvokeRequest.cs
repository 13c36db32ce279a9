using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Value of the <c>signin/tokenExchange</c> invoke.</summary>
public class TokenExchangeInvokeRequest
{
    public TokenExchangeInvokeRequest()
    {
    }

    public string Id { get; set; }

    public string ConnectionName { get; set; }

    public string Token { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
