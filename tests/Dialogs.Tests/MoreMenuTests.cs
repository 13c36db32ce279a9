using SupportBot.Protocols;

namespace SupportBot.Dialogs.Tests;

/// <summary>What everybody may begin beside reporting: found behind one button, by its name, and beside the answer to a question it belongs to.</summary>
public sealed class MoreMenuTests
{
    private readonly Chat _chat = new();

    private static string TitleOf(string id) => Demo.Content.TitleOf(Demo.Content.Protocols.All.Last(p => p.Id == id));

    [Fact]
    public async Task A_student_finds_behind_one_button_what_else_can_be_begun_and_begins_it()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("More I can help with");
        string[] all = ["civil-rights-complaint", "restorative-request", "student-pulse", "support-request"];
        Assert.Equal(all.Select(TitleOf).Order(StringComparer.Ordinal), _chat.Buttons);
        Assert.All(all, id => Assert.Contains(TitleOf(id), _chat.Text, StringComparison.Ordinal));
        await _chat.PressAsync(TitleOf("support-request"));
        Assert.Contains("brings you together with a counselor", _chat.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("civil-rights-complaint")]
    [InlineData("restorative-request")]
    [InlineData("support-request")]
    [InlineData("student-pulse")]
    public async Task Each_of_them_is_begun_by_its_name(string id)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(TitleOf(id).ToUpperInvariant());
        var first = Demo.Content.Protocols.All.Last(p => p.Id == id).Steps.OfType<SayStep>().First();
        Assert.Contains(first.Text[..40], _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_offers_what_can_be_begun_for_it()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("my mom lost her job and we have no food at home");
        Assert.Contains($"You can also begin here: **{TitleOf("support-request")}**", _chat.Text, StringComparison.Ordinal);
        await _chat.PressAsync(TitleOf("support-request"));
        Assert.Contains("brings you together with a counselor", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_than_six_buttons_are_shown_at_once()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync("a teacher treats me worse because I am Black, and I feel so sad about it");
        Assert.InRange(_chat.Buttons.Count(), 1, 6);
        Assert.Contains("Talk to a person", _chat.Buttons);
    }

    [Fact]
    public void Every_protocol_that_ships_can_be_begun_by_somebody()
    {
        var today = new DateOnly(2026, 11, 16);
        var shelf = Demo.Content.Protocols;
        string[] menus = ["menu:report-bullying", "menu:talk-to-a-person", "menu:i-need-help-now", "menu:more"];
        var found = menus.SelectMany(m => shelf.StartedBy(m, today)).Select(p => p.Id).ToHashSet();
        foreach (var id in shelf.All.Select(p => p.Id).Distinct())
            if (shelf.Startable(id, today) is { MayStart.Count: 0, Anonymous: not Anonymity.Never } protocol)
                Assert.True(found.Contains(id) || protocol.StartsOn.Any(s => s.StartsWith("signal:", StringComparison.Ordinal)), $"Nobody finds {id}.");
    }
}
