using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A title and its value in an <see cref="AdaptiveFactSet"/>. Hosts read Markdown in both.</summary>
public class AdaptiveFact
{
    public AdaptiveFact()
    {
    }

    public AdaptiveFact(string title, string value) => (Title, Value) = (title, value);

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Title { get; set => field = value ?? ""; } = "";

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Value { get; set => field = value ?? ""; } = "";
}
