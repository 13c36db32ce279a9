using System.Text.Json;
using Newtonsoft.Json.Linq;
using SupportBot.Wire;

namespace SupportBot.BotFramework.Tests;

public class JsonValueTests
{
    public static TheoryData<string> Forms() => ["element", "anonymous", "dictionary", "loose dictionary", "text", "foreign"];

    [Theory, MemberData(nameof(Forms))]
    public void A_member_is_read_whatever_the_value_is_made_of(string form)
    {
        var value = Value(form);
        Assert.Equal("hello", JsonValue.Text(value, "word"));
        Assert.Equal(7, JsonValue.Number(value, "count"));
        Assert.Equal("7", JsonValue.Text(value, "count"));
        Assert.True(JsonValue.Flag(value, "yes"));
        Assert.Equal("deep", JsonValue.Text(JsonValue.Property(value, "inner"), "word"));
        Assert.Null(JsonValue.Text(value, "absent"));
        Assert.Null(JsonValue.Text(value, "inner"));
        Assert.Null(JsonValue.Number(value, "word"));
        Assert.Null(JsonValue.Flag(value, "word"));
    }

    [Fact]
    public void Numbers_and_truth_values_written_as_text_are_read_too()
    {
        var value = new { Count = "12", Yes = "true" };
        Assert.Equal(12, JsonValue.Number(value, "Count"));
        Assert.True(JsonValue.Flag(value, "Yes"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a sentence")]
    [InlineData("{ broken")]
    [InlineData(5)]
    public void What_is_no_object_has_no_members(object value)
    {
        Assert.Equal(JsonValueKind.Undefined, JsonValue.Property(value, "word").ValueKind);
        Assert.Null(JsonValue.Text(value, "word"));
    }

    [Fact]
    public void A_value_is_read_as_a_type()
    {
        Assert.Equal("hello", JsonValue.To<Shape>(Value("element")).word);
        var same = new Shape();
        Assert.Same(same, JsonValue.To<Shape>(same));
        Assert.Null(JsonValue.To<Shape>(null));
        Assert.False(JsonValue.TryTo<Shape>("a sentence", out _));
        Assert.Throws<JsonException>(() => JsonValue.To<Shape>("a sentence"));
    }

    private static object Value(string form) => form switch
    {
        "element" => JsonDocument.Parse(Json).RootElement,
        "anonymous" => new { word = "hello", count = 7, yes = true, inner = new { word = "deep" } },
        "dictionary" => new Dictionary<string, object> { ["word"] = "hello", ["count"] = 7, ["yes"] = true, ["inner"] = new Dictionary<string, object> { ["word"] = "deep" } },
        "loose dictionary" => new System.Collections.Hashtable { ["word"] = "hello", ["count"] = 7, ["yes"] = true, ["inner"] = new { word = "deep" } },
        "text" => Json,
        _ => new JForeign(Json),
    };

    private const string Json = """{"word":"hello","count":7,"yes":true,"inner":{"word":"deep"}}""";

    private sealed class Shape
    {
#pragma warning disable CA1051, CS0649 // A field, as callers' types may have.
        public string word;
#pragma warning restore CA1051, CS0649
    }
}
