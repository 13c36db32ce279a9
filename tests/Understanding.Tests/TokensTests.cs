namespace SupportBot.Understanding.Tests;

public class TokensTests
{
    [Theory]
    [InlineData("KIIILLL", "kil")]
    [InlineData("k1ll", "kil")]
    [InlineData("ki11", "kil")]
    [InlineData("$uicide", "suicide")]
    [InlineData("d!e", "die")]
    [InlineData("die!", "die")]
    [InlineData("h e l p me", "help me")]
    [InlineData("d.i.e.d", "died")]
    [InlineData("i am 12", "i am 12")]
    [InlineData("on 11 3", "on 11 3")]
    [InlineData("don’t", "dont")]
    [InlineData("ｆｕｌｌ ｗｉｄｔｈ", "ful width")]
    [InlineData("ze​ro‍wi­dth", "zerowidth")]
    [InlineData("‮abc‬", "abc")]
    [InlineData("Đừng, muốn chết", "dung muon chet")]
    [InlineData("我不想活了", "我 不 想 活 了")]
    [InlineData("die🔫now", "die 🔫 now")]
    [InlineData("a\u0001\u0301b\ufffd", "ab")]
    [InlineData("<b>help</b>", "b help b")]
    public void Words_are_what_was_hidden(string text, string words) => Assert.Equal(words, string.Join(' ', Tokens.Words(text)));

    [Theory]
    [InlineData("I  want tö “k1LL” it, ok? Then 🙂go", new[] { "I", "want", "tö", "k1LL", "it", "ok", "Then", "🙂", "go" })]
    [InlineData("我想 h e l p", new[] { "我", "想", "h e l p" })]
    public void Every_word_knows_where_it_was_typed(string text, string[] typed) =>
        Assert.Equal(typed, Tokens.Read(text).Select(t => text[t.Start..t.End]));

    [Fact]
    public void Half_a_character_is_nothing_and_never_throws()
    {
        Assert.Equal(["ab"], Tokens.Words("a\ud83db"));
        Assert.Empty(Tokens.Words("\udc00\ud83d"));
    }

    [Fact]
    public void Sentences_clauses_and_quotes_are_told_apart()
    {
        var read = Tokens.Read("No, she said \"go away\". Then?! I left");
        Assert.Equal([0, 0, 0, 0, 0, 1, 2, 2], read.Select(t => t.Sentence));
        Assert.NotEqual(read[0].Clause, read[1].Clause);
        Assert.Equal(["go", "away"], read.Where(t => t.IsQuoted).Select(t => t.Word));
    }
}
