using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Wire;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What a dialog shows next, of the kind that <see cref="Type"/> names.</summary>
[JsonConverter(typeof(TaskModuleJson))]
public class TaskModuleResponseBase
{
    public TaskModuleResponseBase()
    {
    }

    public TaskModuleResponseBase(string type = null)
    {
        Type = type;
    }

    public string Type { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties { get; set; }
}
