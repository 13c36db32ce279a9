using System.Text.Json.Nodes;
using NJsonSchema;
using SupportBot.Yaml;

namespace SupportBot.Protocols.Tests;

/// <summary>
/// The schema is for editors; our reader decides. It is held here against the protocols that exist, and against the keys the
/// reader knows.
/// </summary>
public class SchemaTests
{
    private static readonly string Text = Repository.Files("src/Content/protocols/schemas", "")["protocol.schema.json"];

    private static Dictionary<string, string> Protocols() =>
        Repository.Files("src/Content/protocols", "").Concat(Repository.Files("tests/Protocols.Tests/Examples", "example/"))
            .Where(f => Path.GetFileName(f.Key).Split('.') is [_, "yaml"] && char.IsAsciiDigit(Path.GetFileName(f.Key)[0]))
            .ToDictionary();

    private static string Json(string yaml) => CanonicalJson.Write(YamlFile.Read("p", yaml).Root!);

    // NJsonSchema resolves references below "definitions", the older name of "$defs"; nothing else is changed for it.
    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromJsonAsync(Text.Replace("\"$defs\"", "\"definitions\"", StringComparison.Ordinal).Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal));

    [Fact]
    public async Task Every_protocol_fits_the_schema()
    {
        var schema = await Schema();
        var protocols = Protocols();
        Assert.True(protocols.Count >= 4);
        Assert.All(protocols, p => Assert.Empty(schema.Validate(Json(p.Value))));
    }

    [Theory]
    [InlineData("severity: critical  ", "severity: deadly  ")]
    [InlineData("fallback: tell-duty-counselor", "falback: tell-duty-counselor")]
    [InlineData("after: 2 minutes", "after: a while")]
    [InlineData("answer: safety", "anser: safety")]
    [InlineData("end: handed-over", "end: handed-over\n    say: \"Bye\"")]
    public async Task The_schema_refuses_what_an_editor_should_mark(string right, string wrong)
    {
        var text = Samples.Examples()["protocols/suicide-risk/1.yaml"];
        Assert.Contains(right, text);
        Assert.NotEmpty((await Schema()).Validate(Json(text.Replace(right, wrong))));
    }

    [Fact]
    public void The_schema_is_2020_12_and_every_reference_in_it_leads_somewhere()
    {
        var root = JsonNode.Parse(Text)!;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)root["$schema"]);
        var defined = root["$defs"]!.AsObject().Select(d => $"#/$defs/{d.Key}").ToHashSet();
        Assert.All(References(root), r => Assert.Contains(r, defined));
        Assert.Equal(9, root["$defs"]!["step"]!["oneOf"]!.AsArray().Count);
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Key == "$ref" ? [(string)p.Value!] : References(p.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
