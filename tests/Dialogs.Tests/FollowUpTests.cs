using SupportBot.Cases;

namespace SupportBot.Dialogs.Tests;

/// <summary>Coming back with the code.</summary>
public sealed class FollowUpTests
{
    private readonly Chat _chat = new();

    [Fact]
    public async Task A_code_typed_on_the_first_screen_opens_the_report()
    {
        var (back, code) = await ComeBackAsync();
        await back.SayAsync(code);
        Assert.Contains("Your report: **received", back.Text, StringComparison.Ordinal);
        Assert.Equal(["Look again", "Done for now"], back.Buttons);
    }

    [Fact]
    public async Task A_code_is_read_in_any_letters_and_with_any_gaps()
    {
        var (back, code) = await ComeBackAsync();
        var shapes = new[] { code.ToLowerInvariant(), code.Replace("-", "", StringComparison.Ordinal), code.Replace("-", " ", StringComparison.Ordinal), $"  {code} ", code.Replace('0', 'O').Replace('1', 'l') };
        foreach (var typed in shapes)
        {
            await back.PressAsync("I have a code");
            await back.SayAsync(typed);
            Assert.Contains("Your report:", back.Text, StringComparison.Ordinal);
            await back.PressAsync("Done for now");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_slip_in_the_code_is_told_before_anything_is_looked_up(bool onFirstScreen)
    {
        var (back, code) = await ComeBackAsync();
        if (!onFirstScreen) await back.PressAsync("I have a code");
        var looked = back.Store.LookUps;
        await back.SayAsync((code[0] == 'A' ? 'B' : 'A') + code[1..]);
        Assert.Contains("does not look like a complete code", back.Text, StringComparison.Ordinal);
        Assert.Equal(looked, back.Store.LookUps);

        await back.SayAsync(code);
        Assert.Contains("Your report:", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_that_opens_nothing_is_said_so_and_can_be_typed_again()
    {
        var (back, code) = await ComeBackAsync();
        await back.SayAsync(ReceiptCode.New().Shown);
        Assert.Contains("cannot find a report with that code", back.Text, StringComparison.Ordinal);
        await back.SayAsync(code);
        Assert.Contains("Your report:", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_of_staff_is_shown_and_answered()
    {
        var (back, code) = await ComeBackAsync();
        Ask("Was it <b>today</b> or [yesterday](http://x.example)?");
        await back.SayAsync(code);
        Assert.Contains("the school has a question for you", back.Text, StringComparison.Ordinal);
        Assert.Contains("Someone at school asks: Was it", back.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<!\\)(<b>|\]\()", back.Text);

        var notices = back.Store.Notices.Count;
        await back.SayAsync("it was **yesterday**");

        Assert.Contains("I added it to your report", back.Text, StringComparison.Ordinal);
        Assert.True(back.Case.UnreadReply);
        Assert.False(back.Case.WaitsForReporter);
        Assert.Equal(NoticeKind.ReporterWrote, Assert.Single(back.Store.Notices.Skip(notices)).Kind);
        Assert.Single(back.Store.Words, w => w.Kind == WordsKind.Reply && w.Text.Reveal() == "it was **yesterday**");

        await back.PressAsync("Look again");
        Assert.Contains(@"You wrote: it was \*\*yesterday\*\*", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("question for you", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_whom_the_reporter_names_later_are_kept_out_of_the_report_and_of_what_came_of_it()
    {
        var (back, code) = await ComeBackAsync();
        var parent = back.Case;
        var child = parent with { Id = Guid.NewGuid(), Number = "H3X-9PT", Links = [new CaseTie(LinkKind.Parent, parent.Id, parent.Number)] };
        back.Store.Do(new CaseStep(child));
        back.Store.Do(new CaseStep(parent with { Links = [new CaseTie(LinkKind.Child, child.Id, child.Number)] }));
        await back.SayAsync(code);
        await back.SayAsync("thank you. it was yesterday in the gym");
        Assert.Empty((await back.Store.FindCaseAsync(parent.Id, CancellationToken.None))!.Excluded);
        await back.SayAsync("and Daniel Reyes saw it all and laughed");
        foreach (var id in new[] { parent.Id, child.Id })
            Assert.Equal(["daniel-reyes"], (await back.Store.FindCaseAsync(id, CancellationToken.None))!.Excluded);
        Assert.All(back.Store.Audit, a => Assert.DoesNotContain("reyes", a.Subject, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reading_alone_changes_no_case()
    {
        var (back, code) = await ComeBackAsync();
        var before = back.Case;
        var commits = back.Store.Commits.Count;
        await back.SayAsync(code);
        await back.PressAsync("Look again");
        Assert.All(back.Store.Commits.Skip(commits), c => Assert.Empty(c.Cases));
        Assert.Equal(before.Revision, back.Case.Revision);
    }

    [Fact]
    public async Task Leaving_leads_to_the_menu_and_forgets_the_code()
    {
        var (back, code) = await ComeBackAsync();
        await back.SayAsync(code);
        await back.PressAsync("Done for now");
        Assert.Contains("Your code still works", back.Text, StringComparison.Ordinal);
        Assert.Contains("Report bullying", back.Buttons);
        Assert.DoesNotContain(code, System.Text.Encoding.UTF8.GetString(back.Store.Commits[^1].State.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_of_before_adds_nothing()
    {
        var (back, code) = await ComeBackAsync();
        var old = back.Button("Report bullying");
        await back.SayAsync(code);
        await back.PressAsync(old);
        Assert.Contains("That question is closed.", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(back.Store.Words, w => w.Kind == WordsKind.Reply);
    }

    [Fact]
    public async Task An_endless_message_is_refused_with_the_limit()
    {
        var (back, code) = await ComeBackAsync();
        await back.SayAsync(code);
        await back.SayAsync(new string('x', 4_001));
        Assert.Contains("4000 letters at most", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(back.Store.Words, w => w.Kind == WordsKind.Reply);
    }

    [Fact]
    public async Task A_second_code_opens_the_second_report()
    {
        var (back, code) = await ComeBackAsync();
        var first = back.Case.Id;
        var other = new Chat(_chat.Store);
        await other.SendReportAsync();
        var second = other.Receipt!;
        await back.SayAsync(code);
        await back.SayAsync(second);
        await back.SayAsync("and one thing more");
        Assert.NotEqual(first, Assert.Single(back.Store.Words, w => w.Kind == WordsKind.Reply).CaseId);
    }

    [Fact]
    public async Task Whoever_told_of_the_same_thing_as_another_reads_their_own_thread_and_how_far_the_work_on_the_other_is()
    {
        var (back, code) = await ComeBackAsync();
        var first = back.Case;
        var other = new Chat(_chat.Store);
        await other.SendReportAsync();
        var (second, theirCode) = (_chat.Store.Cases.Values.Single(c => c.Id != first.Id), other.Receipt!);
        Write(first, "only for the first");
        Write(second, "only for the second");
        var merged = CaseEngine.Merge(_chat.Store.Cases[first.Id], _chat.Store.Cases[second.Id], isIntoOver: false, Reason(first), Moment());
        Assert.Null(merged.Refused);
        foreach (var step in new[] { merged.One!, merged.Other! }) _chat.Store.Do(step);
        _chat.Store.Cases[second.Id] = _chat.Store.Cases[second.Id] with { State = "triaged", WaitsForReporter = false };

        await back.SayAsync(code);
        Assert.Contains("only for the first", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("only for the second", back.Text, StringComparison.Ordinal);
        var status = StatusOf(back.Text);
        await back.SayAsync(theirCode);
        Assert.Contains("only for the second", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("only for the first", back.Text, StringComparison.Ordinal);
        Assert.Equal(StatusOf(back.Text), status);
        Assert.DoesNotContain("closed", status, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task After_a_code_that_opens_nothing_no_report_is_open()
    {
        var (back, code) = await ComeBackAsync();
        await back.SayAsync(code);
        await back.SayAsync(ReceiptCode.New().Shown);
        await back.SayAsync("and one thing more");
        Assert.Contains("does not look like a complete code", back.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(back.Store.Words, w => w.Kind == WordsKind.Reply);
    }

    private async Task<(Chat Back, string Code)> ComeBackAsync()
    {
        await _chat.SendReportAsync();
        var code = _chat.Receipt!;
        var back = new Chat(_chat.Store);
        await back.JoinAsync();
        return (back, code);
    }

    private void Ask(string question) => Write(_chat.Case, question);

    // Staff ask the reporter of a case something.
    private void Write(Case @case, string question) => _chat.Store.Do(CaseEngine.AskReporter(@case, Worded(@case, WordsKind.Question, question), Moment()).Step!);

    private Words Reason(Case @case) => Worded(@case, WordsKind.Reason, "the same thing");

    private Words Worded(Case @case, WordsKind kind, string text) => new(Guid.NewGuid(), @case.Id, kind, "", "", Moment().Actor, _chat.Clock.GetUtcNow(), new PersonText(text));

    private CaseMoment Moment() => new(Actor.Staff("daniel-reyes"), _chat.Clock.GetUtcNow(), Demo.Content.Protocols.Get(new Protocols.ProtocolKey("bullying-report", 1))!.Case!, new Chat.Calendars().Of("riverbend-high"), () => "t");

    private static string StatusOf(string text) => text.Split("**")[1];
}
