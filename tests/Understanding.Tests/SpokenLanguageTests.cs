namespace SupportBot.Understanding.Tests;

public sealed class SpokenLanguageTests
{
    [Theory]
    [InlineData("somebody keeps pushing me in the hallway", "en")]
    [InlineData("me estan molestando en la escuela y no se que hacer", "es")]
    [InlineData("me quiero morir", "es")]
    [InlineData("em bị bạn bắt nạt ở trường", "vi")]
    [InlineData("em khong muon di hoc nua", "vi")]
    [InlineData("有人在学校打我", "zh")]
    [InlineData("меня бьют в школе", "ru")]
    [InlineData("waxaan u baahanahay caawimo, qof baa i dhibaya iskuulka", "so")]
    public void A_sentence_is_heard_in_its_language(string text, string language) => Assert.Equal(language, SpokenLanguage.Of(text));

    [Theory]
    [InlineData("أنا خائف")]
    [InlineData("도와주세요")]
    [InlineData("助けてください")]
    [InlineData("мені страшно і я не знаю що робити")]
    [InlineData("ትምህርት ቤት")]
    public void A_language_that_is_not_spoken_here_is_none_of_the_six(string text) => Assert.Equal(SpokenLanguage.Other, SpokenLanguage.Of(text));

    [Theory]
    [InlineData("")]
    [InlineData("😀")]
    [InlineData("ok")]
    [InlineData("K3TP-9M2A")]
    [InlineData("taco no")]
    [InlineData("Maria la Torre")]
    [InlineData("ｈｅｌｐ")]
    [InlineData("𝓱𝓮𝓵𝓹")]
    public void What_is_not_plain_moves_nobody_to_another_language(string text) => Assert.Null(SpokenLanguage.Of(text));

    [Theory]
    [InlineData("Español", "es")]
    [InlineData("can we speak vietnamese please", "vi")]
    [InlineData("tiếng Việt", "vi")]
    [InlineData("说中文", "zh")]
    [InlineData("давай по-русски", "ru")]
    [InlineData("af soomaali", "so")]
    [InlineData("in english", "en")]
    public void A_language_is_known_by_its_name(string text, string language) => Assert.Equal(language, SpokenLanguage.Named(text));

    [Theory]
    [InlineData("language")]
    [InlineData("english or spanish")]
    [InlineData("arabic")]
    public void None_or_two_names_are_none(string text) => Assert.Null(SpokenLanguage.Named(text));

    [Fact]
    public void A_long_text_is_read_in_no_time_worth_naming() => Assert.Equal("es", SpokenLanguage.Of(string.Concat(Enumerable.Repeat("no quiero ir a la escuela porque ", 30_000))));
}
