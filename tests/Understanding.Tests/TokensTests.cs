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
    [InlineData("Đừng, muốn chết", "dung muon chet")]
    [InlineData("我不想活了", "我 不 想 活 了")]
    [InlineData("die🔫now", "die 🔫 now")]
    [InlineData("a\u0301b\ufffd", "ab")]
    [InlineData("d13", "die")]
    [InlineData("s u 1 c 1 d 3", "suicid 3")]
    [InlineData("s u 1 c 1 d e", "suicide")]
    [InlineData("5-u-1-c-1-d-e", "suicide")]
    [InlineData("k 1 l l  m y s e l f", "kilmyself")]
    [InlineData("k ! l l  m y $ e l f", "kilmyself")]
    [InlineData("k.1.1.l", "kil")]
    [InlineData("х о ч у  у м е р е т ь", "xoчymepetь")]
    [InlineData("su*cide", "sucide")]
    [InlineData("ki£led m€n", "kiled men")]
    [InlineData("5 7 1 3 h", "5 7 1 3 h")]
    [InlineData("h e l p 5 7", "help 5 7")]
    [InlineData("rows a b c", "rows a b c")]
    [InlineData("2 * 3 is 6, **bold**", "2 3 is 6 bold")]
    [InlineData("<b>help</b>", "b help b")]
    public void Words_are_what_was_hidden(string text, string words) => Assert.Equal(words, string.Join(' ', Tokens.Words(text)));

    [Theory]
    [InlineData("ƙıll mysɛlf", "kil myself")]
    [InlineData("ᴋɪʟʟ ᴍʏsᴇʟғ", "kil myself")]
    [InlineData("κιll mуѕеlf", "kil myself")]
    [InlineData("ɯ𝓪𝓷𝓽 ʈ𝔬 ɗɨɘ", "mant to die")]
    [InlineData("ʂʋɨƈɩƌҽ", "svicidҽ")]
    [InlineData("🅺🅸🅻🅻 🅜🅔", "kil me")]
    [InlineData("🇰🇮🇱🇱 🇲🇪", "kil me")]
    [InlineData("ҝіӏӏ тһеm", "kil them")]
    [InlineData("ᏦᏆll", "kꮖl")]
    [InlineData("k̶i̷l̸l̵", "kil")]
    [InlineData("quiero mørir", "quiero morir")]
    [InlineData("хочу ʏмᴇᴩᴇть", "xoчy ymeᴩetь")]
    public void A_letter_is_the_one_a_reader_sees(string text, string words) => Assert.Equal(words, string.Join(' ', Tokens.Words(text)));

    [Theory]
    [InlineData("want\u0000to\u0001die", "want to die")]
    [InlineData("quiero\u001bmorir\u0085ya", "quiero morir ya")]
    [InlineData("want\u3164to\u2800die\ufffdnow", "want to die now")]
    [InlineData("k\u0000i\u0000l\u0000l", "kil")]
    [InlineData("ki\u200bl\u2060l \u2067me\u2069", "kil me")]
    public void What_nobody_sees_divides_words_or_joins_them(string text, string words) => Assert.Equal(words, string.Join(' ', Tokens.Words(text)));

    [Theory]
    [InlineData("\u202eabc\u202c", "cba")]
    [InlineData("I \u202eeid ot tnaw", "I want to die")]
    [InlineData("\u202eририт у\u202c нет", "y tиpиp het")]
    [InlineData("\u202erirom oreiuq\u202c ya", "quiero morir ya")]
    [InlineData("\u202dwant to die\u202c", "want to die")]
    [InlineData("\u202eeid\u202dnot\u202cot\u202c", "tonotdie")]
    [InlineData("\u202e\u202eeid\u202c\u202c", "die")]
    [InlineData("a \u2068\u202eeid\u2069 b c", "a die b c")]
    [InlineData("\u202eeid\nnow", "die now")]
    [InlineData("\u202c\u2069 ok \u202e", "ok")]
    [InlineData("\u202e🔫em", "me 🔫")]
    public void Text_that_is_turned_round_is_read_as_it_is_shown(string text, string words) => Assert.Equal(words, string.Join(' ', Tokens.Words(text)), ignoreCase: true);

    [Fact]
    public void What_is_shown_backwards_is_found_where_it_was_typed()
    {
        const string text = "ok \u202esiht 👋 eid 👋\u202c yes";
        Assert.Equal(["ok", "👋", "eid", "👋", "siht", "yes"], Tokens.Read(text).Select(t => text[t.Start..t.End]));
        Assert.All(Tokens.Read("\u202e\ud83d a\u0301b \u202dx\u2066y"), t => Assert.True(t.Start < t.End));
    }

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
