using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A button of a card that opens a dialog.</summary>
public class TaskModuleAction : CardAction
{
    /// <param name="value">An object, or JSON text of one, that comes back as the data of the <c>task/fetch</c> invoke.</param>
    /// <exception cref="ArgumentException">The value is no object.</exception>
    public TaskModuleAction(string title, object value = null)
        : base("invoke", title, value: Fetch(value))
    {
    }

    private static JsonElement Fetch(object value)
    {
        var node = value switch
        {
            null => new JsonObject(),
            string text => JsonNode.Parse(text),
            _ => JsonObject.Create(SupportBot.Wire.JsonValue.Element(value)),
        };
        if (node is not JsonObject data)
            throw new ArgumentException("The value of an action is an object.", nameof(value));
        data["type"] = "task/fetch";
        return JsonSerializer.SerializeToElement(data);
    }
}
