using System.Collections;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace AdaptiveCards;

/// <summary>How cards are written: source-generated shapes, and nothing that a reader would assume anyway.</summary>
internal static class Wire
{
    /// <summary>Letters of every language stay readable; what HTML would take for markup is still escaped.</summary>
    private static readonly JavaScriptEncoder Letters = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static readonly JsonSerializerOptions Options = new(CardContext.Default.Options)
    {
        Encoder = Letters,
        Converters = { new FreeFormConverter() },
        TypeInfoResolver = CardContext.Default.WithAddedModifier(OmitDefaults),
    };

    /// <summary>For data of a caller's own types, whose shapes this library cannot know at build time.</summary>
    public static readonly JsonSerializerOptions FreeForm = new()
    {
        Encoder = Letters,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static JsonTypeInfo<AdaptiveCard> Card => (JsonTypeInfo<AdaptiveCard>)Options.GetTypeInfo(typeof(AdaptiveCard));

    private static void OmitDefaults(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.Name == "type")
                property.Order = -1;
            if (property.IsExtensionData || Attribute<JsonIgnoreAttribute>(property) is { Condition: JsonIgnoreCondition.Never })
                continue;
            if (Attribute<DefaultValueAttribute>(property) is { } standard)
                property.ShouldSerialize = (_, value) => value is not null && !value.Equals(standard.Value);
            else if (typeof(IList).IsAssignableFrom(property.PropertyType))
                property.ShouldSerialize = (_, value) => value is IList { Count: > 0 };
            else if (property.PropertyType == typeof(AdaptiveHeight))
                property.ShouldSerialize = (_, value) => value is AdaptiveHeight height && height.ShouldSerializeAdaptiveHeight();
            else if (property.PropertyType == typeof(AdaptiveFallbackElement))
                property.ShouldSerialize = (_, value) => value is AdaptiveFallbackElement { Type: not AdaptiveFallbackElement.AdaptiveFallbackType.None };
        }
    }

    private static T Attribute<T>(JsonPropertyInfo property) where T : Attribute =>
        property.AttributeProvider?.GetCustomAttributes(typeof(T), inherit: true) is [T found, ..] ? found : null;
}
