namespace SupportBot.Yaml.Tests;

public class StrictReadingTests
{
    [Theory]
    [InlineData("a: &x 1\nb: 2\n", 1, "names a place")]
    [InlineData("a: 1\nb: *x\n", 2, "refers to another place")]
    [InlineData("a: !!str 1\n", 1, "tag")]
    [InlineData("a: !mine x\n", 1, "tag")]
    [InlineData("b: 1\n<<: { a: 1 }\n", 2, "copies keys")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "second document")]
    [InlineData("a: 1\nb: 2\na: 3\n", 3, "stands here twice")]
    [InlineData("a: 1\n\tb: 2\n", 2, "tab")]
    [InlineData("a: \"x\ty\"\n", 1, "tab")]
    [InlineData("a: 1\nb: yes\n", 2, "different things")]
    [InlineData("a: Off\n", 1, "different things")]
    [InlineData("a: 007\n", 1, "disagree")]
    [InlineData("a: 0x1F\n", 1, "disagree")]
    [InlineData("a: .inf\n", 1, "disagree")]
    [InlineData("true: 1\n", 1, "not a word")]
    [InlineData("null: 1\n", 1, "not a word")]
    [InlineData("[a]: 1\n", 1, "a key is a list")]
    [InlineData("%YAML 1.1\n---\na: 1\n", 1, "directive")]
    public void Refuses_what_YAML_allows_and_people_regret(string yaml, int line, string what)
    {
        var (_, faults) = YamlFile.Read("f.yaml", yaml);
        var fault = Assert.Single(faults, f => f.What.Contains(what));
        Assert.Equal(line, fault.Line);
        Assert.True(fault.IsError);
        Assert.NotEmpty(fault.Cure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("just a text\n")]
    [InlineData("a: [1, 2\n")]
    [InlineData("a: \"never closed\n")]
    [InlineData("a: 1\n b: 2\n")]
    [InlineData("a: { b: 1 }}\n")]
    [InlineData("a: [1, 2]]\nb: 1\n")]
    [InlineData("a: @x\n")]
    public void Says_where_a_text_is_not_readable_and_gives_no_root(string yaml)
    {
        var (root, faults) = YamlFile.Read("f.yaml", yaml);
        Assert.Null(root);
        var fault = Assert.Single(faults);
        Assert.True(fault.Line >= 1);
        Assert.NotEmpty(fault.Cure);
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        var (root, faults) = YamlFile.Read("deep.yaml", "a: " + new string('[', 5000) + new string(']', 5000));
        Assert.Null(root);
        Assert.Contains("32 levels", Assert.Single(faults).What);
    }

    [Fact]
    public void A_file_longer_than_a_million_characters_is_refused() =>
        Assert.Contains("million", Assert.Single(YamlFile.Read("long.yaml", "a: \"" + new string('x', 1_000_001) + "\"").Faults).What);

    [Fact]
    public void Knows_the_place_of_every_node()
    {
        var root = YamlFile.Read("f.yaml", "a: 1\nlist:\n  - id: first\n    text: \"x\"\n  - id: second\n").Root!;
        var entry = root.Maps("list")[0];
        Assert.Equal((3, 5), (entry.Line, entry.Column));
        Assert.Equal((4, 11), (entry["text"]!.Line, entry["text"]!.Column));
        Assert.Equal("first", entry["text"]!.Where);
        Assert.Equal("second", root.Maps("list")[1].Where);
        Assert.Equal("", root["a"]!.Where);
    }

    [Fact]
    public void Only_core_types_are_read_and_quotes_make_text()
    {
        var root = YamlFile.Read("f.yaml", "a: 3\nb: \"3\"\nc: true\nd: 1.5\ne: word\nf: |\n  two\n  lines\n").Root!;
        Assert.Equal(
            [ScalarKind.Number, ScalarKind.Text, ScalarKind.Flag, ScalarKind.Number, ScalarKind.Text, ScalarKind.Text],
            root.Entries.Select(e => ((YamlScalar)e.Value).ScalarKind));
        Assert.Equal("two\nlines\n", root.Text("f"));
    }

    [Fact]
    public void A_fault_prints_file_line_place_what_and_cure() =>
        Assert.Equal("bullying-report/2.yaml:67 ask-better: it is so; do this", new Fault("bullying-report/2.yaml", 67, 3, "ask-better", "it is so", "do this").ToString());
}
