using Microsoft.Bot.Schema;

namespace SupportBot.Dialogs.Tests;

/// <summary>Which language is spoken, how it is changed, and that nothing is lost with it.</summary>
public sealed class LanguageTests
{
    private readonly Chat _chat = new();

    [Theory]
    [InlineData("es-MX", "Soy un programa de computadora")]
    [InlineData("zh-Hans", "电脑程序")]
    [InlineData("fr-FR", "I am a computer program")]
    [InlineData("", "I am a computer program")]
    public async Task The_first_words_are_in_the_language_of_the_app_or_browser(string locale, string said)
    {
        await _chat.SendAsync(new Activity { Type = ActivityTypes.Event, Name = "webchat/join", Locale = locale });
        Assert.Contains(said, _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mi hijo no quiere ir a la escuela porque lo molestan", "Seguimos en español")]
    [InlineData("有人在学校欺负我怎么办", "我们用中文继续")]
    public async Task Somebody_who_writes_in_another_language_is_answered_in_it(string text, string said)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.Contains(said, _chat.Text + string.Join(' ', _chat.Buttons), StringComparison.Ordinal);
        Assert.Contains(Demo.Content.Phrasebook.In(_chat.Language)["lookup.not-reviewed"], _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_is_changed_in_the_middle_and_no_answer_is_lost()
    {
        await _chat.BeginReportAsync();
        var asked = _chat.Asked;
        await _chat.SayAsync("español");

        Assert.Contains("¿", _chat.Asked, StringComparison.Ordinal);
        Assert.NotEqual(asked, _chat.Asked);
        await _chat.SayAsync("in english please");
        Assert.Equal(asked, _chat.Asked);
        await _chat.SendReportAsync();
        Assert.Equal("en", _chat.Case.Language);
    }

    [Fact]
    public async Task Whoever_asks_for_the_language_picks_one_by_its_own_name_and_the_question_comes_again()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("language");
        Assert.Equal(Demo.Content.Phrasebook.All.Select(p => p.Name).Append("I need an interpreter"), _chat.Buttons);

        await _chat.PressAsync("Español");

        Assert.Contains("escuela", _chat.Asked, StringComparison.Ordinal);
        Assert.DoesNotContain(_chat.Store.Words, w => w.Text.Reveal() == "Español");
    }

    [Fact]
    public async Task An_interpreter_can_be_asked_for_at_any_time()
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync("language");
        await _chat.PressAsync("I need an interpreter");
        Assert.Contains("must get you an interpreter", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Which school", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_staff_read_of_a_report_in_Spanish_has_English_labels_and_the_persons_own_words()
    {
        await _chat.SendAsync(new Activity { Type = ActivityTypes.Event, Name = "webchat/join", Locale = "es" });
        await _chat.PressAsync("Reportar acoso");
        await _chat.SendByChoicesAsync("me empujan todos los días");

        Assert.Equal("es", _chat.Case.Language);
        var written = _chat.Store.Words.Where(w => w.Kind == Cases.WordsKind.Report).ToList();
        Assert.Contains(written, w => w.Text.Reveal() == "me empujan todos los días");
        Assert.DoesNotContain(written, w => w.Label.Contains('¿'));
    }

    [Theory]
    [InlineData("me quiero morir", "988")]
    [InlineData("我想自杀", "988")]
    public async Task Danger_that_is_told_in_another_language_in_the_middle_of_an_English_report_is_answered_in_it(string text, string number)
    {
        await _chat.BeginReportAsync();
        await _chat.SayAsync(text);
        Assert.Contains(number, _chat.Text, StringComparison.Ordinal);
        Assert.NotEqual("en", _chat.Language);
        Assert.Contains(Demo.Content.Phrasebook.In(_chat.Language)["lookup.not-reviewed"], _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_in_an_answer_does_not_change_the_language()
    {
        await _chat.BeginReportAsync();
        await _chat.GoToAsync("What happened");
        await _chat.SayAsync("they said no queremos que estés en la escuela con nosotros");
        Assert.Equal("en", _chat.Language);
    }

    [Theory]
    [InlineData("أريد المساعدة في المدرسة")]
    [InlineData("도움이 필요합니다")]
    [InlineData("мені потрібна допомога у школі")]
    public async Task Whoever_writes_in_a_language_that_is_not_spoken_here_is_told_which_ones_are(string text)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(text);
        Assert.All(Demo.Content.Phrasebook.All, p => Assert.Contains(p.Name, _chat.Text, StringComparison.Ordinal));
        Assert.Contains("988", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("interpreter", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_that_cries_for_help_works_in_every_language_whatever_is_spoken()
    {
        foreach (var phrases in Demo.Content.Phrasebook.All)
        {
            var chat = new Chat();
            await chat.JoinAsync();
            await chat.SayAsync(phrases["help.not-safe"]);
            Assert.Contains("988", chat.Text, StringComparison.Ordinal);
            Assert.Contains("suicide-risk", chat.Open);
        }
    }
}
