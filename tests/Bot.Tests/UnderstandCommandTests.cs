using System.Text.Json.Nodes;

namespace SupportBot.Bot.Tests;

/// <summary>The command by which a district tries its own sentences.</summary>
public sealed class UnderstandCommandTests
{
    [Fact]
    public void Each_line_is_answered_with_what_is_made_of_it_and_why()
    {
        var (code, lines) = Run("""
            {"id":"a","text":"I want to die tonight"}
            {"id":7,"text":"show me my open cases"}

            {"id":"b","text":"what is the weather tomorrow"}
            """);
        Assert.Equal(0, code);
        Assert.Equal(3, lines.Count);
        Assert.Equal(("a", "imminent", "self"), ((string)lines[0]["id"]!, (string)lines[0]["crisis"]!, (string)lines[0]["kind"]!));
        Assert.Equal("crisis", (string)lines[0]["topics"]![0]!);
        Assert.NotEmpty(lines[0]["why"]!.AsArray());
        Assert.Equal(("7", "none", "case-queue"), ((string)lines[1]["id"]!, (string)lines[1]["crisis"]!, (string)lines[1]["intent"]!));
        Assert.Equal(("none", "none", 0), ((string)lines[2]["kind"]!, (string)lines[2]["intent"]!, lines[2]["topics"]!.AsArray().Count));
        Assert.Equal(["id", "crisis", "kind", "topics", "intent", "why"], lines[0].AsObject().Select(m => m.Key));
    }

    [Theory]
    [InlineData("no json", 1)]
    [InlineData("[1]", 1)]
    [InlineData("""{"id":"x"}""", 1)]
    [InlineData("""{"id":"x","text":5}""", 1)]
    [InlineData("""{"id":"x","text":""}""", 0)]
    [InlineData("""{"id":"x","text":"\ud83d"}""", 0)]
    [InlineData("""{"id":"x","text":"\u0000\u202e<script>"}""", 0)]
    public void A_line_that_cannot_be_read_is_said_so_and_the_rest_goes_on(string line, int expected)
    {
        var (code, lines) = Run(line + "\n{\"id\":\"after\",\"text\":\"hello\"}\n");
        Assert.Equal(expected, code);
        Assert.Equal(2, lines.Count);
        if (expected == 1) Assert.Contains("line 1", (string)lines[0]["error"]!, StringComparison.Ordinal);
        Assert.Equal("after", (string)lines[1]["id"]!);
    }

    [Theory]
    [InlineData("""{"id":"q-9"}""", "q-9")]
    [InlineData("""{"text":["no"],"id":41}""", "41")]
    [InlineData("""{"id":"cut","text":"me duele la cab""", "cut")]
    [InlineData("""{"id":"ru-1","text":"привет" "more":1}""", "ru-1")]
    [InlineData("""{"note":{"id":"inner"},"id":"outer","text":nil}""", "outer")]
    public void The_answer_to_a_line_that_cannot_be_read_has_its_id(string line, string id)
    {
        var (code, lines) = Run(line + "\n{\"id\":\"after\",\"text\":\"hello\"}\n");
        Assert.Equal((1, 2), (code, lines.Count));
        Assert.Equal(["id", "error"], lines[0].AsObject().Select(m => m.Key));
        Assert.Equal((id, "after"), ((string)lines[0]["id"]!, (string)lines[1]["id"]!));
    }

    [Theory]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":null,"text":"x"}""")]
    [InlineData("""{"id":{"a":1},"text":"x"}""")]
    [InlineData("""{"id":"\ud83d""")]
    [InlineData("""{"id":"half""")]
    [InlineData("""{"a":{"id":"inner" """)]
    [InlineData("\u0000")]
    [InlineData("5")]
    public void Without_an_id_it_has_the_number_of_the_line(string line)
    {
        var (code, lines) = Run("{\"id\":\"before\",\"text\":\"hello\"}\n\n" + line + "\n{\"id\":\"after\",\"text\":\"hello\"}\n");
        Assert.Equal((1, 3), (code, lines.Count));
        Assert.Equal(["error", "line"], lines[1].AsObject().Select(m => m.Key));
        Assert.Equal(3, (int)lines[1]["line"]!);
        Assert.Equal("after", (string)lines[2]["id"]!);
    }

    [Fact]
    public void A_byte_order_mark_at_the_beginning_is_no_part_of_the_first_line()
    {
        var (code, lines) = Run("\ufeff{\"id\":\"first\",\"text\":\"I want to die\"}\r\n{\"id\":\"second\",\"text\":\"hello\"}");
        Assert.Equal(0, code);
        Assert.Equal(["first", "second"], lines.Select(l => (string)l["id"]!));
        Assert.Equal("high", (string)lines[0]["crisis"]!);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said_so()
    {
        using var output = new StringWriter();
        Assert.Equal(2, UnderstandCommand.Run([Path.Combine(Path.GetTempPath(), "no-such-folder-of-content")], TextReader.Null, output));
    }

    private static (int Code, List<JsonNode> Lines) Run(string input)
    {
        using var output = new StringWriter();
        var code = UnderstandCommand.Run([], new StringReader(input), output);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!)]);
    }
}
