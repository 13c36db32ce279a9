using System.Text.Json;
using System.Text.Json.Serialization;
using SupportBot.Wire;

namespace Microsoft.Bot.Schema;

/// <summary>A thing that an activity is about; what else it has is known by <see cref="Type"/>.</summary>
[JsonConverter(typeof(EntityJson))]
public class Entity
{
    private readonly JsonElement _read;
    private IDictionary<string, JsonElement> _properties;

    public Entity()
    {
    }

    public Entity(string type = null)
    {
        Type = type;
    }

    public string Type { get; set; }

    /// <summary>Members of the wire form that this type does not name.</summary>
    [JsonExtensionData, JsonInclude]
    internal IDictionary<string, JsonElement> Properties
    {
        get => _properties ??= Members(AsRead);
        set => _properties = value;
    }

    /// <summary>What came over the wire, whole; Undefined once <see cref="Properties"/> was looked at, or when nothing came.</summary>
    [JsonIgnore]
    internal JsonElement AsRead => _properties is null ? _read : default;

    internal Entity(string type, JsonElement read)
    {
        Type = type;
        _read = read;
    }

    /// <summary>This entity as one of its kinds, for example <see cref="Mention"/>.</summary>
    /// <exception cref="JsonException">A member has another shape.</exception>
    public T GetAs<T>() => this is T same ? same : JsonValue.To<T>(JsonSerializer.SerializeToElement(this, ActivityJson.Options));

    /// <summary>Takes over the type and all members of <paramref name="obj"/>.</summary>
    public void SetAs<T>(T obj)
    {
        var copy = JsonSerializer.SerializeToElement<object>(obj, ActivityJson.Options).Deserialize<Entity>(ActivityJson.Options);
        Type = copy?.Type;
        Properties = copy?.Properties;
    }

    public bool Equals(Entity other) =>
        other is not null
        && (ReferenceEquals(this, other)
            || JsonElement.DeepEquals(
                JsonSerializer.SerializeToElement<object>(this, ActivityJson.Options),
                JsonSerializer.SerializeToElement<object>(other, ActivityJson.Options)));

    public override bool Equals(object obj) => obj is Entity other && Equals(other);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;

    private static Dictionary<string, JsonElement> Members(JsonElement read)
    {
        if (read.ValueKind != JsonValueKind.Object)
            return null;
        var members = new Dictionary<string, JsonElement>();
        foreach (var member in read.EnumerateObject())
            if (member.Name != "type")
                members[member.Name] = member.Value;
        return members;
    }
}
