using System.Text.Json.Nodes;

namespace SupportBot.Protocols.Tests;

/// <summary>Whatever is written in a protocol: when it changes, the comparison says something.</summary>
public class NothingForgottenTests
{
    // Which version it is, and who approved it when, stand in the history; the format is no content, and reminders are not read yet.
    private static readonly string[] NoContent = ["version", "replaces", "approved", "format", "id", "reminders"];

    private const string Library = "the keys of the library";

    private const string Done = "  - id: stay\n    do: \"Stay.\"\n    role: counselor\n    due: 10 minutes\n    confirm: two-person\n    slot: form\n";

    public static TheoryData<string> Examples() => new("suicide-risk/1.yaml", "bullying-report/2.yaml", Library);

    private static Protocol Example(string name) =>
        name == Library ? Samples.Read(Samples.Text(Done + Samples.Help).Replace("owner: principal\n", "owner: principal\nmay-start: [counselor, principal]\nanonymous: never\nsurvey: true\n", StringComparison.Ordinal) + LibraryLanguageTests.Plan) : Samples.Example(name);

    [Theory, MemberData(nameof(Examples))]
    public void A_change_of_any_word_or_number_that_still_reads_is_told(string name)
    {
        var protocol = Example(name);
        var silent = new List<string>();
        var told = 0;
        foreach (var (path, changed) in Changes(protocol.CanonicalJson))
            if (ProtocolReader.ReadCanonical(changed).Protocol is { } after && after.Hash != protocol.Hash)
            {
                if (VersionDifferences.Between(protocol, after).Count == 0) silent.Add(path);
                told++;
            }

        Assert.True(told > 50, $"Only {told} changes could be read.");
        Assert.Empty(silent);
    }

    [Theory, MemberData(nameof(Examples))]
    public void Taking_out_any_entry_that_may_be_taken_out_is_told(string name)
    {
        var protocol = Example(name);
        var silent = new List<string>();
        foreach (var (path, changed) in Removals(protocol.CanonicalJson))
            if (ProtocolReader.ReadCanonical(changed).Protocol is { } after && after.Hash != protocol.Hash && VersionDifferences.Between(protocol, after).Count == 0)
                silent.Add(path);
        Assert.Empty(silent);
    }

    private static IEnumerable<(string Path, string Json)> Changes(string json)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var leaf in Nodes(root).OfType<JsonValue>().Where(v => v.Parent is not null).ToList())
            foreach (var other in Others(leaf))
            {
                var path = leaf.GetPath();
                var parent = leaf.Parent!;
                JsonNode changed = JsonNode.Parse(other)!;
                leaf.ReplaceWith(changed);
                yield return ($"{path} = {other}", root.ToJsonString());
                changed.ReplaceWith(leaf);
            }
    }

    private static IEnumerable<string> Others(JsonValue leaf) => leaf.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => ["false"],
        System.Text.Json.JsonValueKind.False => ["true"],
        System.Text.Json.JsonValueKind.Number => [(leaf.GetValue<decimal>() + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)],
        _ => [$"\"{leaf.GetValue<string>().Replace("\"", "", StringComparison.Ordinal)}x\"", "\"7 weeks\"", "\"urgent\"", "\"never\"", "\"verify\"", "\"OR\"", "\"blurred\""],
    };

    private static IEnumerable<(string Path, string Json)> Removals(string json)
    {
        var count = Nodes(JsonNode.Parse(json)!).Count();
        for (var at = 1; at < count; at++)
        {
            var root = JsonNode.Parse(json)!;
            var node = Nodes(root).ElementAt(at);
            var path = node.GetPath();
            if (NoContent.Any(n => path == $"$.{n}" || path.StartsWith($"$.{n}.", StringComparison.Ordinal))) continue;
            if (IsTheIdAnyway(node)) continue;
            if (node.Parent is JsonObject map) map.Remove(node.GetPropertyName());
            else ((JsonArray)node.Parent!).RemoveAt(node.GetElementIndex());
            yield return (path, root.ToJsonString());
        }
    }

    // A state without a title is called by its id.
    private static bool IsTheIdAnyway(JsonNode node) =>
        node.GetPath().EndsWith(".title", StringComparison.Ordinal) && node.Parent?["id"]?.GetValue<string>() is { } id && string.Equals(node.GetValue<string>(), id.Replace('-', ' '), StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        yield return node;
        var children = node switch
        {
            JsonObject map => map.Where(m => m.Value is not null && !(node.Parent is null && NoContent.Contains(m.Key))).Select(m => m.Value!),
            JsonArray list => list.OfType<JsonNode>(),
            _ => [],
        };
        foreach (var inner in children.SelectMany(Nodes))
            yield return inner;
    }
}
