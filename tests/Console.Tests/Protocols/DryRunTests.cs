using System.Net;

namespace SupportBot.Console.Tests;

public class DryRunTests
{
    private static async Task<DryRunner> TryAsync(ConsoleHost host, string protocol = "suicide-risk/1", string person = "maya-okafor", string language = "en") =>
        await new DryRunner(await host.SignInAsync(person), protocol).StartAsync(language);

    [Fact]
    public async Task The_page_says_before_and_during_that_nobody_is_told_and_nothing_is_kept()
    {
        await using var host = new ConsoleHost();
        var maya = await host.SignInAsync("maya-okafor");
        const string band = "This is a dry run: nobody is told, nothing is kept.";
        Assert.Equal(band, (await maya.GetAsync("/console/protocols/suicide-risk/1/try")).Page.QuerySelector(".dry strong")!.TextContent);
        Assert.Equal(band, (await TryAsync(host)).Now.Page.QuerySelector(".dry strong")!.TextContent);
    }

    [Fact]
    public async Task A_question_comes_with_its_choices_and_what_silence_would_do()
    {
        await using var host = new ConsoleHost();
        var run = await TryAsync(host);
        Assert.StartsWith("The program says Thank you for telling me.", run.Lines[0]);
        Assert.StartsWith("The program shows help", run.Lines[1]);
        Assert.Equal("Now: a question", run.Heading);
        Assert.Equal("Are you safe right now?", run.Main.QuerySelector("fieldset legend")!.TextContent);
        Assert.Equal(["Yes, I am safe right now", "No, I am not safe", "I am not sure"], run.Main.QuerySelectorAll("fieldset label").Select(l => l.TextContent));
        Assert.Contains("Nobody answers for 2 minutes", run.Buttons);
        Assert.Contains("It would then go on by itself to the step tell-duty-counselor.", DryRunner.Words(run.Main));
    }

    [Fact]
    public async Task An_alert_is_told_in_words_with_its_ladder_and_the_case_that_it_would_open()
    {
        await using var host = new ConsoleHost();
        var run = await (await TryAsync(host)).PickAsync("No, I am not safe");
        Assert.Contains("Answered: Are you safe right now? No, I am not safe", run.Lines);
        Assert.Contains(run.Lines, l => l.StartsWith("Not done Would open a case: “Someone may be at risk”, critical. Tasks that open with it:", StringComparison.Ordinal));
        Assert.Contains("Not done Would alert the duty counselor: critical, 5 minutes to answer; then the safeguarding lead, 10 minutes to answer; then the principal; the last is told again and again until somebody answers. It leaves at once.", run.Lines);
        Assert.Equal(["show-help", "ask-safety", "stay-close", "tell-duty-counselor", "what-happens-now", "where-and-how"], run.Walked);
    }

    [Fact]
    public async Task Silence_a_person_who_joins_and_the_end_can_be_played()
    {
        await using var host = new ConsoleHost();
        var run = await (await TryAsync(host)).PressAsync("Nobody answers for 2 minutes");
        Assert.Contains("Nobody answered for 2 minutes.", run.Lines);
        await run.PressAsync("Nobody answers for 2 minutes");
        Assert.Equal("Now: waiting for a person", run.Heading);
        Assert.Contains("Not done Would ask the duty counselor into the chat.", run.Lines);
        await run.PressAsync("Nobody answers for 5 minutes");
        Assert.Contains("So far: 1", DryRunner.Words(run.Main));
        await run.PressAsync("The duty counselor joins the chat");
        Assert.Equal("It is over", run.Heading);
        Assert.StartsWith("The dialog is over", run.Lines[^1]);
        Assert.DoesNotContain("Answer", run.Buttons);
        await run.PressAsync("Start again");
        Assert.Equal("Now: a question", run.Heading);
    }

    [Fact]
    public async Task After_its_end_the_tasks_and_gates_of_the_case_are_shown_in_order_with_who_by_when_and_what_blocks_what()
    {
        await using var host = new ConsoleHost();
        var run = await TryAsync(host, "suicide-protocol/1");
        Assert.Null(run.Main.QuerySelector("#case-0"));
        for (var presses = 0; run.Heading != "It is over"; presses++)
        {
            Assert.True(presses < 60);
            await run.PressAsync(run.Buttons.First(b => b.StartsWith("Nobody answers", StringComparison.Ordinal) || b.EndsWith(" pass", StringComparison.Ordinal) || b == "Done"));
        }

        Assert.Equal("The case that it would have opened: A student may be at risk", DryRunner.Words(run.Main.QuerySelector("#case-0")!));
        var states = run.Main.QuerySelectorAll(".dry-case > li").Select(DryRunner.Words).ToList();
        Assert.Equal(Demo.Shelf.Get(new SupportBot.Protocols.ProtocolKey("suicide-protocol", 1))!.Case!.States.Select(s => s.Title), run.Main.QuerySelectorAll(".dry-case > li > h3").Select(h => DryRunner.Words(h).Replace(" (ends the case)", "", StringComparison.Ordinal)));
        var supervised = Assert.Single(states, s => s.StartsWith("An adult stays with the student", StringComparison.Ordinal));
        Assert.Contains("Gate: needs Reach the student; an adult stays in sight, also in the restroom, and at level high within arm's reach: who is it now?.", supervised, StringComparison.Ordinal);
        Assert.Matches("Level 1 screening, in private, on the official form The [a-z ]*counselor, within 30 minutes; 30 minutes later the [a-z -]+ is told; 1 hour later the principal is told\\.", supervised);
        Assert.Contains("Only by somebody who has the training for it on record. Opens again each time the case comes there. Blocks \u201CScreened by a trained person\u201D, \u201CHanded over\u201D.", supervised, StringComparison.Ordinal);
        Assert.Contains(states, s => s.StartsWith("Closed (ends the case)", StringComparison.Ordinal));
        Assert.Contains(states, s => s.Contains("Opens beside it:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_conversation_opens_no_case_none_is_shown()
    {
        await using var host = new ConsoleHost();
        var run = await TryAsync(host, "student-pulse/1");
        for (var presses = 0; run.Heading != "It is over"; presses++)
        {
            Assert.True(presses < 60);
            await run.PressAsync(run.Buttons.First(b => b.StartsWith("Nobody answers", StringComparison.Ordinal) || b.EndsWith(" pass", StringComparison.Ordinal) || b == "Done"));
        }

        Assert.Null(run.Main.QuerySelector("#case-0"));
    }

    [Fact]
    public async Task Every_story_of_the_library_can_be_walked_by_its_silences_to_an_end()
    {
        await using var host = new ConsoleHost();
        foreach (var protocol in Demo.Shelf.All)
        {
            var run = await TryAsync(host, $"{protocol.Id}/{protocol.Version}");
            for (var presses = 0; run.Heading != "It is over"; presses++)
            {
                Assert.True(presses < 60, $"{protocol.Key} does not end.");
                var next = run.Buttons.First(b => b.StartsWith("Nobody answers", StringComparison.Ordinal) || b.EndsWith(" pass", StringComparison.Ordinal) || b == "Done" || b == "A second person agrees");
                await run.PressAsync(next);
                Assert.Equal(HttpStatusCode.OK, run.Now.Status);
            }
        }
    }

    [Fact]
    public async Task Going_back_opens_the_question_before_and_after_an_alert_it_is_not_offered()
    {
        await using var host = new ConsoleHost();
        var run = await (await TryAsync(host)).PickAsync("Yes, I am safe right now");
        Assert.Equal("Who are you worried about?", run.Main.QuerySelector("fieldset legend")!.TextContent);
        await run.PressAsync("Back to the question before");
        Assert.Equal("Are you safe right now?", run.Main.QuerySelector("fieldset legend")!.TextContent);
        Assert.Equal("safe", run.Main.QuerySelector("fieldset input[checked]")!.GetAttribute("value"));
        await run.PickAsync("No, I am not safe");
        Assert.DoesNotContain("Back to the question before", run.Buttons);
        await run.SendAsync("back", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Now.Status);
        Assert.Contains("cannot be taken back", run.Now.Text);
    }

    [Fact]
    public async Task The_chat_can_be_read_in_another_language_and_the_language_changed_on_the_way()
    {
        await using var host = new ConsoleHost();
        var run = await TryAsync(host, language: "es");
        Assert.StartsWith("The program says Gracias por contármelo.", run.Lines[0]);
        Assert.Equal("es", run.Main.QuerySelector(".lines .words")!.GetAttribute("lang"));
        Assert.Equal("¿Estás a salvo ahora mismo?", run.Main.QuerySelector("fieldset legend")!.TextContent);
        await run.SendAsync("language", [("language", "en")]);
        Assert.Equal("Are you safe right now?", run.Main.QuerySelector("fieldset legend")!.TextContent);
        await run.SendAsync("language", [("language", "xx")]);
        Assert.Equal("Are you safe right now?", run.Main.QuerySelector("fieldset legend")!.TextContent);
    }

    [Fact]
    public async Task What_must_be_answered_and_was_not_is_marked_and_what_was_typed_stays()
    {
        await using var host = new ConsoleHost();
        var run = await (await TryAsync(host)).PressAsync("Answer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Now.Status);
        Assert.Contains("This one must be answered.", run.Main.QuerySelector("fieldset.wrong .error")!.TextContent);
        Assert.NotNull(run.Main.QuerySelector("[role=alert] a[href='#try-safety']"));
    }

    [Theory, MemberData(nameof(EdgeTests.Injections), MemberType = typeof(EdgeTests))]
    public async Task What_is_typed_is_short_and_comes_back_as_plain_text_only(string text)
    {
        await using var host = new ConsoleHost();
        var run = await (await TryAsync(host)).PickAsync("No, I am not safe");
        await run.PressAsync("Answer", ("f-reach", text + new string('x', 500)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Now.Status);
        await run.PressAsync("Answer", ("f-reach", text));
        var shown = run.Main.QuerySelectorAll(".lines .ours .words")[^1];
        Assert.Equal(text.Replace("\u0007", "", StringComparison.Ordinal), shown.TextContent);
        Assert.Empty(shown.Children);
        Assert.Empty(run.Now.Page.QuerySelectorAll("main script, main style, [style], main base, main meta"));
    }

    [Fact]
    public async Task What_is_typed_is_in_no_log_no_cookie_no_address_and_not_readable_in_the_page_that_carries_it()
    {
        await using var host = new ConsoleHost();
        var visitor = await host.SignInAsync("maya-okafor");
        var run = await (await new DryRunner(visitor, "suicide-risk/1").StartAsync()).PickAsync("No, I am not safe");
        await run.PressAsync("Answer", ("f-reach", "zebra-canary"));
        Assert.Contains("zebra-canary", run.Now.Text);
        Assert.DoesNotContain("zebra-canary", run.Sealed);
        Assert.DoesNotContain("zebra-canary", host.Logged.Text);
        Assert.DoesNotContain("zebra-canary", string.Join(';', visitor.CookiesSet));
        Assert.Null(run.Now.GoesTo);
    }

    [Fact]
    public async Task A_run_opens_only_for_the_person_the_version_and_the_hour_it_was_made_for()
    {
        await using var host = Versions.Host();
        var run = await TryAsync(host, "suicide-risk/1");
        var carried = run.Sealed;

        async Task RefusedAsync(DryRunner with, string seal)
        {
            var bare = await with.StartAsync();
            await bare.SendAsync("silence", [("run", seal)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.Now.Status);
            Assert.Contains("cannot be gone on with", bare.Now.Text);
            Assert.Contains("Start the dry run", bare.Buttons);
        }

        await RefusedAsync(new DryRunner(await host.SignInAsync("rosa-jimenez"), "suicide-risk/1"), carried);
        await RefusedAsync(new DryRunner(await host.SignInAsync("maya-okafor"), "talk-to-a-person/1"), carried);
        await RefusedAsync(new DryRunner(await host.SignInAsync("maya-okafor"), "suicide-risk/1"), carried[..^4] + "AAAA");
        await RefusedAsync(new DryRunner(await host.SignInAsync("maya-okafor"), "suicide-risk/1"), "");
        await RefusedAsync(new DryRunner(await host.SignInAsync("maya-okafor"), "suicide-risk/1"), new string('x', 210_000));
        var slow = await TryAsync(host);
        for (var tens = 0; tens < 5; tens++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(10));
            await slow.SendAsync("language", []);
            Assert.Equal(HttpStatusCode.OK, slow.Now.Status);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(11));
        await RefusedAsync(new DryRunner(await host.SignInAsync("maya-okafor"), "suicide-risk/1"), carried);
        await slow.PressAsync("Nobody answers for 2 minutes");
        Assert.Equal(HttpStatusCode.OK, slow.Now.Status);
    }

    [Fact]
    public async Task A_draft_can_be_tried_and_buttons_that_fit_nothing_are_refused()
    {
        await using var host = Versions.Host();
        var run = await TryAsync(host, "small/3");
        Assert.Equal("It is over", run.Heading);
        await run.SendAsync("silence", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, run.Now.Status);

        var open = await TryAsync(host);
        foreach (var button in new[] { "woke", "joined", "done", "nothing", "change:safety", "" })
        {
            await open.SendAsync(button, []);
            Assert.Equal((button, HttpStatusCode.UnprocessableEntity), (button, open.Now.Status));
        }

        Assert.Equal("Now: a question", open.Heading);
    }

    [Fact]
    public async Task A_called_protocol_is_walked_too_and_comes_back()
    {
        var caller = Versions.Third.Replace("  - id: help\n", "  - id: first\n    call: suicide-risk\n  - id: help\n", StringComparison.Ordinal).Replace("version: 3\nreplaces: 2", "version: 4", StringComparison.Ordinal);
        await using var host = Versions.Host(("protocols/small/4.yaml", caller));
        var run = await TryAsync(host, "small/4");
        Assert.Contains("Not done Goes on in the protocol “Someone may be thinking about suicide” (suicide-risk@1), and comes back after it.", run.Lines);
        Assert.Contains("Steps of Someone may be thinking about suicide", run.Main.QuerySelectorAll("h2").Select(h => h.TextContent));
        await run.PressAsync("Nobody answers for 2 minutes");
        await run.PressAsync("Nobody answers for 2 minutes");
        await run.PressAsync("The duty counselor joins the chat");
        Assert.Equal("It is over", run.Heading);
        Assert.Contains(run.Lines, l => l.Contains("Would alert the school counselor: standard, 2 hours to answer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_task_for_two_people_wants_two_and_one_that_is_not_possible_wants_a_reason_and_a_wait_wakes_up()
    {
        var staff = Versions.Third.Replace("  - id: help\n", "  - id: stay\n    do: \"Stay with the student.\"\n    role: counselor\n    due: 10 minutes\n    confirm: two-person\n  - id: later\n    wait: 2 weeks\n  - id: call-home\n    do: \"Call home.\"\n    role: counselor\n    due: 1 hour\n  - id: help\n", StringComparison.Ordinal).Replace("version: 3\nreplaces: 2", "version: 4", StringComparison.Ordinal);
        await using var host = Versions.Host(("protocols/small/4.yaml", staff));
        var run = await TryAsync(host, "small/4");
        Assert.Contains("Would give the school counselor something to do within 10 minutes; two people must say that it is done: Stay with the student.", run.Lines);
        await run.PressAsync("Done");
        await run.PressAsync("Hand over");
        await run.PressAsync("A second person agrees");
        Assert.Contains("Not done Would wait 2 weeks and then come back.", run.Lines);
        await run.PressAsync("2 weeks pass");
        await run.PressAsync("Not possible");
        Assert.Contains("Please write down why it is not possible.", run.Now.Text);
        await run.PressAsync("Not possible", ("reason", "nobody home"));
        Assert.Contains(run.Lines, l => l.Contains("nobody home", StringComparison.Ordinal));
        Assert.Equal("It is over", run.Heading);
    }

    [Fact]
    public async Task Every_input_has_a_label_and_the_headings_are_in_order()
    {
        await using var host = new ConsoleHost();
        foreach (var run in new[] { await TryAsync(host), await (await TryAsync(host)).PickAsync("No, I am not safe") })
        {
            foreach (var input in run.Main.QuerySelectorAll("form.try input:not([type=hidden]), form.try select, form.try textarea"))
                Assert.True(run.Main.QuerySelector($"label[for='{input.Id}']") is not null, input.OuterHtml);
            var levels = run.Main.QuerySelectorAll("h1, h2, h3").Select(h => h.TagName[1] - '0').ToList();
            Assert.Equal(1, levels[0]);
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second - pair.First <= 1));
            Assert.Equal(run.Now.Page.QuerySelectorAll("[id]").Length, run.Now.Page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        }
    }
}
