namespace SupportBot.Yaml.Tests;

public class TypedReadingTests
{
    private enum Calendar
    {
        Always,
        SchoolDays,
    }

    private static (YamlMap Root, Faults Faults) Read(string yaml)
    {
        var (root, faults) = YamlFile.Read("f.yaml", yaml);
        Assert.Empty(faults);
        return (root!, faults);
    }

    [Fact]
    public void Reads_each_type_without_a_fault()
    {
        var (root, faults) = Read("id: a-b2\nt: \"x\"\nnum: 3\nf: 0.5\nb: true\nd: \"2026-09-01\"\nh: \"08:30\"\nc: school-days\nl: [a, b]\nm: { x: 1 }\nms: [{ x: 1 }, { x: 2 }]\n");
        Assert.Equal("a-b2", root.Id("id"));
        Assert.Equal("x", root.Text("t"));
        Assert.Equal(3, root.Number("num"));
        Assert.Equal(0.5m, root.Fraction("f"));
        Assert.True(root.Flag("b"));
        Assert.Equal(new DateOnly(2026, 9, 1), root.Date("d"));
        Assert.Equal(new TimeOnly(8, 30), root.Time("h"));
        Assert.Equal(Calendar.SchoolDays, root.Choice<Calendar>("c"));
        Assert.Equal(["a", "b"], root.Texts("l"));
        Assert.Equal(1, root.Map("m").Number("x"));
        Assert.Equal([1, 2], root.Maps("ms").Select(m => m.Number("x")));
        Assert.Empty(faults);
    }

    [Fact]
    public void What_may_be_missing_is_null_or_empty_without_a_fault()
    {
        var (root, faults) = Read("a: 1\n");
        Assert.Null(root.OptionalText("x"));
        Assert.Null(root.OptionalNumber("x"));
        Assert.Null(root.OptionalDate("x"));
        Assert.Null(root.OptionalMap("x"));
        Assert.Null(root.OptionalChoice<Calendar>("x"));
        Assert.Empty(root.OptionalTexts("x"));
        Assert.True(root.Flag("x", otherwise: true));
        Assert.Empty(faults);
    }

    [Fact]
    public void Collects_every_fault_of_a_file_in_one_reading()
    {
        var (root, faults) = Read("t: 5\nnum: \"3\"\nd: 2026-09-01\nc: school-day\nl: x\ne:\nid: \"Not An Id\"\n");
        root.Text("t");
        root.Number("num");
        root.Date("d");
        root.Choice<Calendar>("c");
        root.List("l");
        root.Text("e");
        root.Id("id");
        root.Text("gone");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 1], faults.Select(f => f.Line));
        Assert.Equal("put it in quotes: \"5\"", faults[0].Cure);
        Assert.StartsWith("put it in quotes", faults[2].Cure);
        Assert.StartsWith("did you mean school-days?", faults[3].Cure);
        Assert.Contains("nothing after the colon", faults[5].What);
        Assert.Equal("gone is missing", faults[7].What);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("false")]
    public void An_id_is_never_a_word_that_readers_mistake(string word)
    {
        var (root, faults) = Read($"id: \"{word}\"\n");
        root.Id("id");
        Assert.Contains("must not be", Assert.Single(faults).What);
    }

    [Fact]
    public void An_unknown_key_gets_the_word_probably_meant()
    {
        var (root, faults) = Read("titel: \"x\"\nid: a\nzebra: 1\n");
        root.RefuseUnknownKeys("id", "title", "steps");
        Assert.Equal("did you mean title?", faults[0].Cure);
        Assert.Equal("use one of id, title, steps", faults[1].Cure);
        Assert.Equal([1, 3], faults.Select(f => f.Line));
    }

    [Fact]
    public void Faults_can_be_put_in_reading_order_without_repeats()
    {
        var (root, faults) = Read("a: 1\nb: 2\n");
        root["b"]!.Fault("late", "x");
        root["a"]!.Warn("early", "y");
        root["b"]!.Fault("late", "x");
        Assert.Equal(["early", "late"], faults.InReadingOrder().Select(f => f.What));
        Assert.False(faults.InReadingOrder()[0].IsError);
        Assert.True(faults.HasErrors);
    }

    [Fact]
    public void A_text_in_several_languages_has_English_among_them()
    {
        var (root, faults) = Read("title: { en: \"Hello\", es: \"Hola\" }\nlost: { es: \"Hola\" }\nplain: \"Hello\"\n");
        Assert.Equal("Hola", root.TextsByLanguage("title")["es"]);
        Assert.Empty(faults);
        root.TextsByLanguage("lost");
        Assert.Empty(root.TextsByLanguage("plain"));
        Assert.Empty(root.TextsByLanguage("gone"));
        Assert.Equal([(2, "lost has no English text"), (3, "plain is a text"), (1, "gone is missing")], faults.Select(f => (f.Line, f.What)));
    }

    [Fact]
    public void An_id_met_twice_and_one_never_met_are_told_with_the_other_place_and_the_near_one()
    {
        var (root, faults) = Read("all:\n  - { id: ash }\n  - { id: ash }\nof: asj\n");
        var known = new KnownIds("tree");
        Assert.Equal([true, false], root.Maps("all").Select(e => known.Take(e, out _)));
        Assert.False(known.Check(root["of"]!, "asj"));
        Assert.Equal([(3, "there are two trees \"ash\", the other at f.yaml:2"), (4, "there is no tree \"asj\"")], faults.Select(f => (f.Line, f.What)));
        Assert.Equal("did you mean ash?", faults[1].Cure);
    }
}
