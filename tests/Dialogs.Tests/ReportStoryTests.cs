using Microsoft.Bot.Schema;
using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>The main job as a student meets it: from the first words to the code.</summary>
public sealed class ReportStoryTests
{
    private const string Pushed = "someone keeps pushing me in the hallway";

    private readonly Chat _chat = new();

    [Fact]
    public async Task Help_numbers_and_what_is_kept_are_on_screen_before_anything_is_asked()
    {
        await _chat.JoinAsync();

        var before = string.Join("\n", _chat.Replies.SkipLast(1).Select(r => r.Text));
        Assert.Contains("911", before, StringComparison.Ordinal);
        Assert.Contains("988", before, StringComparison.Ordinal);
        Assert.Contains("kept for 30 minutes", before, StringComparison.Ordinal);
        Assert.Contains("adults at school must act", before, StringComparison.Ordinal);
        Assert.Equal(["Report bullying", "I have a code", "Find help now", "Talk to a person", "More I can help with"], _chat.Buttons);
    }

    [Fact]
    public async Task Somebody_who_types_before_joining_reads_the_notice_first()
    {
        await _chat.SayAsync(Pushed);

        Assert.Contains("988", _chat.Replies[1].Text, StringComparison.Ordinal);
        Assert.Contains("Shall we start?", _chat.Asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_greeting_is_answered_with_something_to_choose()
    {
        await _chat.SayAsync("qwertz");
        Assert.Contains("What would you like to do?", _chat.Asked, StringComparison.Ordinal);
        Assert.NotEmpty(_chat.Buttons);
    }

    [Fact]
    public async Task What_was_typed_first_starts_the_report_and_is_offered_as_the_answer()
    {
        await _chat.BeginReportAsync(Pushed);
        await _chat.PressAsync("Heron Middle School");

        Assert.Contains("What happened?", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("> " + Pushed, _chat.Asked, StringComparison.Ordinal);
        await _chat.PressAsync("Keep that");
        Assert.Contains("When did it happen?", _chat.Asked, StringComparison.Ordinal);

        await _chat.SendReportAsync();
        Assert.Equal(Pushed, Told("what"));
    }

    [Fact]
    public async Task What_is_typed_then_is_added_to_what_was_written_before()
    {
        await _chat.BeginReportAsync(Pushed);
        await _chat.GoToAsync("What happened?");
        await _chat.SayAsync("and he took my phone");
        await _chat.SendReportAsync();

        Assert.Equal(Pushed + "\nand he took my phone", Told("what"));
    }

    [Fact]
    public async Task Every_turn_asks_one_thing_and_sends_no_card()
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(Pushed);
        while (_chat.Store.Cases.Count == 0)
        {
            Assert.All(_chat.Replies, r => Assert.Empty(r.Attachments ?? []));
            Assert.Single(_chat.Replies, r => r.SuggestedActions is not null);
            Assert.NotNull(_chat.Replies[^1].SuggestedActions);
            Assert.Equal(_chat.Buttons.Distinct(), _chat.Buttons);
            if (_chat.Buttons.Contains("Send it")) await _chat.PressAsync("Send it");
            else await _chat.GoToAsync(" ", []);
            if (_chat.Store.Cases.Count == 0) await _chat.PressAsync(Next());
        }

        Assert.Empty(_chat.Alarm.Heard);

        string Next() => new[] { "I understand, start", "Keep that", "No", "Skip", "Send it" }.FirstOrDefault(b => _chat.Buttons.Contains(b)) ?? _chat.Buttons.First();
    }

    [Fact]
    public async Task The_summary_shows_what_was_told_and_counts_what_was_skipped()
    {
        await _chat.ReportToSummaryAsync(("When did", "last tuesday at lunch"), ("Where did", "On the school bus"));

        Assert.Contains("Which school is it about?\n> Heron Middle School", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("> Tuesday, November 10, 2026, at lunch", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("> On the school bus", _chat.Asked, StringComparison.Ordinal);
        Assert.Contains("Questions you skipped: 8.", _chat.Asked, StringComparison.Ordinal);
        Assert.Single(_chat.Buttons, b => b == "Change something");
    }

    [Fact]
    public async Task A_sent_report_is_one_case_of_the_right_school_with_its_ladder_and_deadlines()
    {
        await _chat.SendReportAsync(("Where did", "On the school bus"));

        var opened = _chat.Case;
        Assert.Equal("heron-middle", opened.SchoolId);
        Assert.Equal("OR", opened.Jurisdiction);
        Assert.Equal("bullying-report@2", opened.Protocol);
        Assert.Equal("submitted", opened.State);
        Assert.Equal(Severity.Standard, opened.Severity);
        Assert.True(opened.Anonymous);
        Assert.Equal(["counselor", "principal", "student-services-director"], opened.Alerts.Single().Ladder.Select(r => r.Role));
        Assert.Contains(_chat.Store.Deadlines, d => d.Kind == DeadlineKind.Rung && d.Token == opened.Alerts[0].Token && d.Due > _chat.Clock.GetUtcNow());
        Assert.Contains(_chat.Store.Deadlines, d => d.Kind == DeadlineKind.Task);
        var alert = Assert.Single(_chat.Store.Notices, n => n.Kind == NoticeKind.Alert);
        Assert.Equal(("counselor", false), (alert.Role, alert.Urgent));
        Assert.Equal("Heron Middle School", Told("school"));
        Assert.Equal("On the school bus", Told("where"));
        Assert.DoesNotContain(_chat.Store.Words, w => w.About is "send" or "when");
    }

    [Fact]
    public async Task Nothing_reaches_a_case_before_the_person_sends_it()
    {
        await _chat.ReportToSummaryAsync();
        Assert.All(_chat.Store.Commits, c => Assert.Empty(c.Cases));

        await _chat.PressAsync("Do not send it");
        Assert.Empty(_chat.Store.Cases);
        Assert.Contains("did not send", _chat.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_given_once_in_words_and_for_the_page()
    {
        await _chat.SendReportAsync();

        var code = Assert.IsType<string>(_chat.Receipt);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]$", code);
        Assert.Single(_chat.Replies, r => r.Text.Contains(code, StringComparison.Ordinal));
        Assert.Contains($"**{code}**", _chat.Text, StringComparison.Ordinal);

        await _chat.SayAsync("hello");
        Assert.DoesNotContain(code, _chat.Text, StringComparison.Ordinal);
        Assert.Null(_chat.Receipt);
    }

    [Fact]
    public async Task No_word_of_a_report_is_in_what_is_kept_beside_it_or_printed()
    {
        const string canary = "xylophone";
        await _chat.BeginReportAsync($"someone keeps pushing me {canary}");
        await _chat.SendReportAsync(("Who did it?", $"{canary} boy"), ("see it", $"{canary} friend"), ("better", canary));

        Assert.Equal(4, _chat.Store.Words.Count(w => w.Text.Reveal().Contains(canary, StringComparison.Ordinal)));
        IEnumerable<object> kept =
        [
            _chat.Case, .. _chat.Case.Alerts, .. _chat.Case.Tasks, .. _chat.Store.Words, .. _chat.Store.Notices, .. _chat.Store.Deadlines, .. _chat.Store.Audit, .. _chat.Log.Written,
            .. _chat.Store.Commits, .. _chat.Store.Commits.SelectMany(c => c.Cases), .. _chat.Store.Commits.SelectMany(c => c.Cases).Select(c => c.Step), .. _chat.Store.Commits.SelectMany(c => c.Pinned),
        ];
        Assert.All(kept, k => Assert.DoesNotContain(canary, k.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_chat.Receipt!, string.Join(' ', kept), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_case_is_sealed_under_a_key_and_opens_with_the_code()
    {
        await _chat.SendReportAsync();
        Assert.True(ReceiptCode.TryRead(_chat.Receipt, out var code));
        var opened = Assert.IsType<ReporterCase>(await _chat.Store.OpenByReceiptAsync(code!, CancellationToken.None));
        Assert.Equal(_chat.Case.Id, opened.Case.Id);
        Assert.Single(_chat.Store.Commits, c => c.Cases.Any(change => change.Receipt is not null));
    }

    [Fact]
    public async Task Two_reports_in_one_chat_are_two_cases_with_two_codes()
    {
        await _chat.SendReportAsync();
        var code = _chat.Receipt;
        await _chat.SayAsync("someone also took my phone and keeps teasing me");
        await _chat.GoToAsync("Shall I send it?", ("Which school", "Riverbend High School"));
        await _chat.PressAsync("Send it");

        Assert.NotNull(_chat.Receipt);
        Assert.NotEqual(code, _chat.Receipt);
        Assert.Equal(["heron-middle", "riverbend-high"], _chat.Store.Cases.Values.Select(c => c.SchoolId).Order());
        Assert.Equal(2, _chat.Store.Words.Count(w => w.About == "what"));
        Assert.All(_chat.Store.Cases.Values, c => Assert.Single(c.Alerts));
    }

    [Fact]
    public async Task Whoever_would_rather_not_start_is_given_numbers_and_the_menu()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.PressAsync("Not now");

        Assert.Contains("You can come back whenever you want", _chat.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", _chat.Buttons);
    }

    [Fact]
    public async Task A_report_begun_from_the_menu_asks_for_the_story_without_an_offer()
    {
        await _chat.JoinAsync();
        await _chat.PressAsync("Report bullying");
        await _chat.GoToAsync("What happened?");
        Assert.DoesNotContain("Keep that", _chat.Buttons);
        Assert.DoesNotContain("already wrote", _chat.Asked, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("right now", "Yes, right now", "administrator")]
    [InlineData("an adult do this", "Yes, an adult at school", "safeguarding-lead")]
    [InlineData("anything sexual", "Yes", "title-ix-coordinator")]
    public async Task What_is_worse_goes_to_whom_the_protocol_names(string question, string answer, string role)
    {
        await _chat.JoinAsync();
        await _chat.SayAsync(Pushed);
        await _chat.GoToAsync("Shall I send it?", (question, answer));
        await _chat.PressAsync("Send it");

        Assert.Equal(role, _chat.Case.Alerts[^1].Ladder[0].Role);
        Assert.True(_chat.Case.Severity >= Severity.Urgent);
        Assert.Contains(_chat.Store.Notices, n => n.Kind == NoticeKind.Alert && n.Role == role && n.Urgent);
    }

    private string? Told(string about) => _chat.Store.Words.SingleOrDefault(w => w.Kind == WordsKind.Report && w.About == about)?.Text.Reveal();
}
