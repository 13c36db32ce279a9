using System.Text.RegularExpressions;
using SupportBot.Yaml;

namespace SupportBot.Content.Tests;

/// <summary>Safe messaging, as a lint over every sentence that a protocol puts to a person.</summary>
public partial class ProtocolWordsTests
{
    public static TheoryData<string> Protocols() => [.. ProtocolTexts.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Protocols))]
    public void Says_nothing_that_harms(string name) =>
        Assert.DoesNotContain(Sentences(name), s => Harmful().IsMatch(s));

    [Theory, MemberData(nameof(Protocols))]
    public void Names_no_method(string name) =>
        Assert.DoesNotContain(Sentences(name), s => Method().IsMatch(s));

    [Theory, MemberData(nameof(Protocols))]
    public void Promises_no_secrecy_and_nobody_who_reads(string name) =>
        Assert.DoesNotContain(Sentences(name), s => Promise().IsMatch(s));

    [Theory, MemberData(nameof(Protocols))]
    public void A_text_about_suicide_offers_988_by_call_and_by_text(string name)
    {
        // Staff read one text after the other and the numbers once among them; whoever is in need may read a single one.
        var spoken = Steps(name).SelectMany(s => new[] { "say", "ask", "text", "do" }.Select(s.OptionalText).OfType<string>())
            .Where(t => t.Contains("suicide", StringComparison.OrdinalIgnoreCase) || t.Contains("988", StringComparison.Ordinal)).ToList();
        if (ProtocolTexts.Root(name).OptionalText("anonymous") == "never") Assert.True(spoken.Count == 0 || spoken.Exists(OffersBoth));
        else Assert.All(spoken, text => Assert.Matches(CallOrText(), text));
    }

    [Theory, MemberData(nameof(Protocols))]
    public void The_only_numbers_to_call_in_its_sentences_are_911_and_988(string name)
    {
        foreach (var step in Steps(name))
            Assert.All(Texts(step).SelectMany(t => LongNumber().Matches(t)).Select(m => m.Value), n => Assert.Contains(n, new[] { "911", "988", SectionOfTheLaw }));
    }

    /// <summary>A 504 plan is no number to call.</summary>
    private const string SectionOfTheLaw = "504";

    private static bool OffersBoth(string text) => CallOrText().IsMatch(text);

    [Theory, MemberData(nameof(Protocols))]
    public void Its_sentences_are_short(string name)
    {
        foreach (var sentence in Steps(name).SelectMany(Texts).SelectMany(t => EndOfSentence().Split(t)))
            Assert.True(sentence.Split(' ').Length <= 28, sentence);
    }

    [Theory, MemberData(nameof(Protocols))]
    public void Every_rule_of_its_case_says_where_it_comes_from_and_whether_to_rely_on_it(string name)
    {
        var plan = ProtocolTexts.Root(name).Map("case");
        foreach (var rule in plan.Maps("tasks").Concat(plan.OptionalMaps("clocks")))
        {
            Assert.NotEqual("", rule.Text("source"));
            Assert.Contains(rule.Text("status"), new[] { "found", "verify", "district default" });
        }
    }

    [Theory]
    [InlineData("She wanted to commit suicide")]
    [InlineData("a failed attempt")]
    [InlineData("Call 988 and press 3")]
    public void The_lint_finds_what_harms(string text) => Assert.Matches(Harmful(), text);

    [Theory]
    [InlineData("We promise to keep this secret.")]
    [InlineData("This is 100% anonymous")]
    [InlineData("It is completely confidential.")]
    [InlineData("A counselor is reading this now.")]
    public void The_lint_finds_promises(string text) => Assert.Matches(Promise(), text);

    private static IEnumerable<YamlMap> Steps(string name) => ProtocolTexts.Root(name).Maps("steps");

    /// <summary>Every text below a node that a person may read: ids and the like are harmless to look at too. Nobody in a chat reads where a rule comes from.</summary>
    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalar { ScalarKind: ScalarKind.Text } scalar => [scalar.Value],
        YamlList list => list.SelectMany(Texts),
        YamlMap map => map.Entries.Where(e => e.Key.Value != "source").SelectMany(e => Texts(e.Value)),
        _ => [],
    };

    private static IEnumerable<string> Sentences(string name) => Texts(ProtocolTexts.Root(name));

    [GeneratedRegex(@"commit(s|ted|ting)? suicide|(un)?successful (attempt|suicide)|failed attempt|suicid(e|al) (gesture|threat|epidemic)|press 3|attention.seeking|why did(n't| not) you|your fault for", RegexOptions.IgnoreCase)]
    private static partial Regex Harmful();

    [GeneratedRegex(@"\b(pills?|overdos\w*|gun|guns|knife|knives|rope|hang(ed|ing)?|noose|razors?|blades?|bridge|jump(ed|ing)?|poison(?! (help|control))|cut(s|ting)? (your|my|them|her|him)self|wrists?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Method();

    [GeneratedRegex(@"(?<!not )promise (to|that)|promise not|(?<!not promise to )keep (it|this) (a )?secret|100 ?% |(completely|totally|fully|always) (anonymous|confidential|private|secret)|nobody will (ever )?know|no one will (ever )?know|just between us|(is|are) reading (this|along|your)|guarantee", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();

    [GeneratedRegex("call or text( them at)? 988|988: call or text", RegexOptions.IgnoreCase)]
    private static partial Regex CallOrText();

    [GeneratedRegex(@"(?<![\d.])\d{3,}(?![\d.])")]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"(?<=[.!?:]) ")]
    private static partial Regex EndOfSentence();
}
