namespace SupportBot.Understanding.Tests;

public class TextNormaliserTests
{
    [Theory]
    [InlineData("  Él   Dijo\tQUE no  ", "el dijo que no")]
    [InlineData("ｆｕｌｌ ｗｉｄｔｈ", "full width")]
    [InlineData("ze​ro‍wi­dth", "zerowidth")]
    [InlineData("\u202ecba\u202c", "abc")]
    [InlineData("want\u0000to\u0007go", "want to go")]
    [InlineData("ᴍʏ ƙɛʏ", "my key")]
    [InlineData("ﬁsh ①", "fish 1")]
    [InlineData("сосo", "coco")]
    [InlineData("don’t", "don't")]
    [InlineData("11/3, lunch!", "11/3, lunch!")]
    public void Folds(string text, string folded) => Assert.Equal(folded, TextNormaliser.Fold(text));

    [Theory]
    [InlineData("don't -- stop!!", "dont stop")]
    [InlineData("self-harm", "self harm")]
    [InlineData("¿Qué pasó?", "que paso")]
    [InlineData("Room 12, by the gym.", "room 12 by the gym")]
    [InlineData("", "")]
    public void Plain_words_have_single_spaces_between_them(string text, string plain) => Assert.Equal(plain, TextNormaliser.Plain(text));

    [Fact]
    public void Half_a_character_becomes_a_space_and_never_throws()
    {
        Assert.Equal("a b", TextNormaliser.Fold("a\ud83db"));
        Assert.Equal("a b", TextNormaliser.Fold("a\udc00b"));
    }

    [Fact]
    public void Every_form_of_a_form_is_that_form()
    {
        foreach (var text in new[] { "Él dijo: ¡NO!", "k1ll", "h e l p", "𝓲 𝔀", "🙂 ok" })
        {
            Assert.Equal(TextNormaliser.Fold(text), TextNormaliser.Fold(TextNormaliser.Fold(text)));
            Assert.Equal(TextNormaliser.Plain(text), TextNormaliser.Plain(TextNormaliser.Plain(text)));
        }
    }
}
