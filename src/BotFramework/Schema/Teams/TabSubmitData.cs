using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What was submitted in a tab; the inputs are in the activity's value.</summary>
public class TabSubmitData
{
    public TabSubmitData()
    {
    }

    public string Type { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
