using CsCheck;

namespace SupportBot.Yaml.Tests;

public class CanonicalJsonTests
{
    private static YamlMap Root(string yaml)
    {
        var (root, faults) = YamlFile.Read("f.yaml", yaml);
        Assert.Empty(faults);
        return root!;
    }

    [Fact]
    public void Comments_quotes_spaces_and_key_order_leave_no_trace()
    {
        var a = CanonicalJson.Write(Root("b: \"x\"   # why\na: [1, true, { d: 1.50, c: word }]\n"));
        var b = CanonicalJson.Write(Root("a:\n  - 1\n  - true\n  - c: 'word'\n    d: 1.5\nb: x\n"));
        Assert.Equal("""{"a":[1,true,{"c":"word","d":1.5}],"b":"x"}""", a);
        Assert.Equal(a, b);
        Assert.Equal(CanonicalJson.Hash(a), CanonicalJson.Hash(b));
    }

    [Fact]
    public void Where_order_means_something_it_is_kept_and_survives_a_round_trip()
    {
        var root = Root("z: 1\nchoices: { safe: \"S\", agreed: \"A\" }\n");
        root.Map("choices").InOrder();
        var json = CanonicalJson.Write(root);
        Assert.Equal("""{"choices":{"safe":"S","agreed":"A"},"z":1}""", json);
        var again = YamlFile.ReadJson("pinned", json).Root!;
        again.Map("choices").InOrder();
        Assert.Equal(json, CanonicalJson.Write(again));
    }

    [Fact]
    public void The_hash_is_lower_case_SHA_256_of_UTF_8() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", CanonicalJson.Hash("abc"));

    [Theory]
    [InlineData("[1]")]
    [InlineData("{")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("")]
    public void A_pinned_text_that_is_not_an_object_is_a_fault(string json)
    {
        var (root, faults) = YamlFile.ReadJson("pinned", json);
        Assert.Null(root);
        Assert.Single(faults);
    }

    [Fact]
    public void Any_text_survives_the_way_to_JSON_and_back() =>
        Gen.String.Array[1, 5].Sample(texts =>
        {
            var quoted = texts.Where(t => !t.Any(char.IsSurrogate)).Select((t, i) => $"k{i}: {System.Text.Json.JsonSerializer.Serialize(t)}").DefaultIfEmpty("a: 1");
            var (root, faults) = YamlFile.Read("f.yaml", string.Join('\n', quoted));
            Assert.Empty(faults);
            var json = CanonicalJson.Write(root!);
            Assert.Equal(json, CanonicalJson.Write(YamlFile.ReadJson("j", json).Root!));
        }, iter: 300);

    [Fact]
    public void No_text_makes_the_reader_throw() =>
        Gen.String[Gen.Char["ab:- \n{}[]\"'#&*!|>%@,?~<01"], 0, 40].Sample(text => YamlFile.Read("f.yaml", text) is not null, iter: 3000);
}
