using CsCheck;
using SupportBot.Yaml;

namespace SupportBot.Protocols.Tests;

public class ConditionTests
{
    private static Condition? Read(string text)
    {
        var (root, faults) = YamlFile.Read("c", $"when: \"{text}\"\n");
        var condition = ConditionParser.Read(root!.Scalar("when"));
        Assert.Equal(condition is null, faults.HasErrors);
        return condition;
    }

    private static bool Holds(string text, params (string, AnswerValue)[] answers) => Read(text)!.Holds(answers.ToDictionary(a => a.Item1, a => a.Item2));

    [Fact]
    public void And_binds_tighter_than_or() =>
        Assert.Equal(Read("a = x or (b = x and c = x)"), Read("a = x or b = x and c = x"));

    [Fact]
    public void An_answer_not_given_or_skipped_is_no_choice()
    {
        Assert.False(Holds("a = x"));
        Assert.True(Holds("a != x"));
        Assert.True(Holds("a != x", ("a", new Skipped())));
    }

    [Fact]
    public void Where_several_may_be_picked_equal_means_among_them()
    {
        Assert.True(Holds("a = y", ("a", new ChoicesAnswer(["x", "y"]))));
        Assert.False(Holds("a != y", ("a", new ChoicesAnswer(["x", "y"]))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a =")]
    [InlineData("a == x")]
    [InlineData("a = x and")]
    [InlineData("not")]
    [InlineData("a = x b = y")]
    [InlineData("(a = x))")]
    [InlineData("a > x")]
    [InlineData("a in x")]
    public void Whatever_is_no_test_of_choices_is_refused(string text) => Assert.Null(Read(text));

    [Fact]
    public void Every_condition_is_printed_so_that_it_reads_back_the_same()
    {
        var name = Gen.Char['a', 'e'].Select(c => $"q-{c}");
        var tests = Gen.Select(name, name, Gen.Bool).Select(t => (Condition)new AnswerTest(t.Item1, t.Item2, t.Item3));
        var one = Gen.Select(tests, tests, Gen.Int[0, 3]).Select(t => t.Item3 switch { 0 => t.Item1, 1 => new Both(t.Item1, t.Item2), 2 => new Either(t.Item1, t.Item2), _ => new Neither(t.Item1) });
        var two = Gen.Select(one, one, Gen.Int[0, 2]).Select(t => t.Item3 switch { 0 => new Both(t.Item1, t.Item2), 1 => new Either(t.Item1, t.Item2), _ => (Condition)new Neither(t.Item1) });
        var values = Gen.Select(name, name).Array[0, 5];
        Gen.Select(two, values).Sample(
            pair =>
            {
                var given = pair.Item2.DistinctBy(v => v.Item1).ToDictionary(v => v.Item1, v => (AnswerValue)new ChoiceAnswer(v.Item2));
                return Read(pair.Item1.ToString()!)!.Holds(given) == pair.Item1.Holds(given);
            },
            iter: 500);
    }
}
