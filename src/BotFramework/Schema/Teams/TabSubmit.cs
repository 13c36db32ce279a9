using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Value of a <c>tab/submit</c> invoke.</summary>
public class TabSubmit
{
    public TabSubmit()
    {
    }

    [JsonPropertyName("tabContext")]
    public TabEntityContext TabEntityContext { get; set; }

    public TabContext Context { get; set; }

    public TabSubmitData Data { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
