using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How wide a column of an <see cref="AdaptiveTable"/> is, and how its cells are aligned.</summary>
public class AdaptiveTableColumnDefinition
{
    public const string TypeName = "TableColumnDefinition";

    private string namedWidth;

    [JsonPropertyName("verticalCellContentAlignment")]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonPropertyName("horizontalCellContentAlignment")]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>Width in pixels; 0 when <see cref="Width"/> counts.</summary>
    [JsonIgnore]
    public double PixelWidth { get; set; }

    /// <summary>The column's share of the width; 0 leaves it to the host, which takes 1.</summary>
    [JsonIgnore]
    public double Width { get; set; }

    [JsonInclude, JsonPropertyName("width"), JsonConverter(typeof(FreeFormConverter))]
    internal object WidthJson
    {
        get => PixelWidth > 0 ? string.Create(CultureInfo.InvariantCulture, $"{PixelWidth}px") : Width > 0 ? Width : namedWidth;
        set
        {
            if (value is JsonElement { ValueKind: JsonValueKind.Number } number)
                Width = number.GetDouble();
            else if (value is not JsonElement { ValueKind: JsonValueKind.String } text)
                throw new JsonException("A column's width is a number or text such as 80px.");
            else if (Pixels.TryParse(text.GetString(), out var pixels))
                PixelWidth = pixels;
            else
                namedWidth = text.GetString();
        }
    }
}
