using System.Text.RegularExpressions;

namespace SupportBot.Cards.Tests;

/// <summary>Every card as the official renderer draws it with Teams' settings. The pictures are in the output folder, for people to look at.</summary>
public partial class PictureTests(Renderer renderer) : IClassFixture<Renderer>
{
    public static TheoryData<string, string, int> Pictures()
    {
        var data = new TheoryData<string, string, int>();
        foreach (var (name, _) in CardSamples.All)
        {
            data.Add(name, "light", 480);
            data.Add(name, "dark", 480);
            data.Add(name, "contrast", 480);
            data.Add(name, "light", 280);
        }
        return data;
    }

    [Theory, MemberData(nameof(Pictures))]
    public async Task The_official_renderer_draws_it_without_complaint(string sample, string theme, int width)
    {
        var drawn = await renderer.DrawAsync(CardSamples.Make(CardSamples.Input(sample)).ToJson(), theme, width, sample);
        Assert.Empty(drawn.Events);
        Assert.Empty(drawn.Barriers);
        // A list is named by its label, and a second heading would only say the same again.
        Assert.Equal(sample is "question-list" or "question-several" ? 0 : 1, drawn.Headings.Length);
        Assert.Equal(sample.EndsWith("-arabic", StringComparison.Ordinal), drawn.StartsAtRight);
        Assert.False(drawn.Overflows, "Something is wider than the card.");
        Assert.DoesNotMatch(UnfilledFunction(), drawn.Text);
    }

    /// <summary>Spanish is the longer language: the tallest card for the checks of a screen reader, and one with two buttons on a narrow phone.</summary>
    [Theory]
    [InlineData("case-detail-live", 480)]
    [InlineData("steps-wait", 280)]
    public async Task The_official_renderer_draws_it_in_Spanish(string sample, int width)
    {
        var drawn = await renderer.DrawAsync(CardSamples.Make(CardSamples.Input(sample), ContentWords.Spanish).ToJson(), "light", width, $"{sample}-spanish");
        Assert.Empty(drawn.Events);
        Assert.Empty(drawn.Barriers);
        Assert.False(drawn.Overflows, "Something is wider than the card.");
        Assert.Contains(ContentWords.Spanish["lookup.not-reviewed"], drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_for_complaints_itself_can_fail()
    {
        var drawn = await renderer.DrawAsync("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"a"}]}""", "light", 480, "control");
        Assert.NotEmpty(drawn.Events);
    }

    [Fact]
    public async Task A_display_name_with_markup_is_drawn_as_it_is_written()
    {
        var taken = (CaseTaken)CardSamples.Input("taken") with { TakenBy = "**Bo** <b>x</b> [y](https://evil.example)" };
        var drawn = await renderer.DrawAsync(CaseTakenCard.Of(taken, ContentWords.English).ToJson(), "light", 480, "taken-markup");
        Assert.Contains("**Bo** <b>x</b> [y](https://evil.example)", drawn.Text);
    }

    [Fact]
    public async Task A_card_function_in_what_a_person_typed_is_not_filled_in()
    {
        var summary = (Summary)CardSamples.Input("summary") with { Lines = [new("When?", "{{DATE(2026-01-01T00:00:00Z)}} {{{DATE(2026-01-01T00:00:00Z)}}}")] };
        var drawn = await renderer.DrawAsync(SummaryCard.Of(summary).ToJson(), "light", 480, "summary-function");
        Assert.Contains("{ {DATE(2026-01-01T00:00:00Z)", drawn.Text);
    }

    [GeneratedRegex(@"\{\{|\}\}")]
    private static partial Regex UnfilledFunction();
}
