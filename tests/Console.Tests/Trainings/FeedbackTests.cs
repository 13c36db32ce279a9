using System.Net;
using SupportBot.Cases;
using SupportBot.Storage;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Feedback on a session: who is asked when, that nothing of a person is kept, and that what few have said is never shown.</summary>
public sealed class FeedbackTests
{
    private static string PageOf(Session session) => $"/console/training/feedback/{session.Id:D}";

    private static Task<Answer> SendAsync(Visitor visitor, Session session, string word, int value) =>
        visitor.PostAsync($"{PageOf(session)}/send", [("word", word), .. Demo.Catalogue.Feedback.Select(i => ($"i-{i.Id}", $"{value}"))]);

    private static Task<IReadOnlyList<FeedbackAnswer>> KeptAsync(TrainingHost host) => host.Feedback.ReadAsync("de-all", new DateOnly(2026, 8, 1), new DateOnly(2027, 7, 1), TrainingHost.None);

    [Fact]
    public async Task Whoever_has_a_seat_is_asked_before_after_and_two_months_later_and_nobody_at_any_other_time()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-11-30");
        await host.SignUpAsync(session, "maya-okafor");
        foreach (var (day, time, asked) in new[]
        {
            ("2026-11-24", "09:00", true), ("2026-11-30", "14:10", true), ("2026-11-30", "15:00", false), ("2026-11-30", "15:35", true), ("2026-12-14", "09:00", true), ("2026-12-15", "09:00", false), ("2027-01-28", "09:00", false),
            ("2027-01-29", "09:00", true), ("2027-02-28", "09:00", true), ("2027-03-01", "09:00", false),
        })
        {
            host.Clock.Advance(TrainingHost.At(day, time) - host.Clock.GetUtcNow());
            Assert.Equal((day, time, asked ? HttpStatusCode.OK : HttpStatusCode.NotFound), (day, time, (await (await host.SignInAsync("maya-okafor")).GetAsync(PageOf(session))).Status));
            Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync("omar-haddad")).GetAsync(PageOf(session))).Status);
        }
    }

    [Fact]
    public async Task The_sentences_are_those_of_the_content_and_what_is_answered_is_kept_without_person_and_word()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-11-30");
        await host.SignUpAsync(session, "maya-okafor");
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Equal(Demo.Catalogue.Feedback.Select(i => i.TextIn("en")), (await maya.GetAsync(PageOf(session))).Page.QuerySelectorAll("legend").Select(l => l.TextContent));
        Assert.Equal((5, 7), (Demo.Catalogue.Feedback.Count(i => i.About == FeedbackAbout.Awareness), Demo.Catalogue.Feedback.Count(i => i.About == FeedbackAbout.Efficacy)));
        var refused = await SendAsync(maya, session, "ab 1", 3);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("at least 6 letters", refused.Page.QuerySelector("#word-error")!.TextContent);
        Assert.Equal(12, refused.Page.QuerySelectorAll("input[type=radio][checked]").Length);
        Assert.Contains("Please answer at least one sentence.", (await maya.PostAsync($"{PageOf(session)}/send", [("word", "yellow umbrella"), ("i-a1", "6"), ("i-zz", "3")])).Text);
        Assert.Empty(await KeptAsync(host));
        Assert.Contains("Thank you", (await SendAsync(maya, session, "Yellow Umbrella 17", 2)).Text);
        var first = await KeptAsync(host);
        Assert.Equal((12, FeedbackMoment.Before, 2), (first.Count, first[0].Moment, first[0].Value));
        // The same word, as somebody writes it another time: the answers are replaced.
        await SendAsync(maya, session, " yellow umbrella-17", 4);
        var second = await KeptAsync(host);
        Assert.Equal((12, 4, first[0].Token), (second.Count, second[0].Value, second[0].Token));
        Assert.DoesNotContain("umbrella", host.Logged.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var file in host.Files()) Assert.False(System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).Contains("umbrella", StringComparison.OrdinalIgnoreCase), file);
    }

    [Fact]
    public async Task Gains_are_shown_from_ten_matched_answers_on_once_the_month_is_over_to_those_who_see_surveys()
    {
        await using var host = await TrainingHost.StartAsync();
        var month = new DateOnly(2026, 11, 1);
        async Task AnswerAsync(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                await host.Feedback.SaveAsync("de-all", month, new PersonText($"word number {i}"), FeedbackMoment.Before, new Dictionary<string, int> { ["a1"] = 2 + (i % 2), ["a2"] = 3 }, TrainingHost.None);
                await host.Feedback.SaveAsync("de-all", month, new PersonText($"word number {i}"), FeedbackMoment.After, new Dictionary<string, int> { ["a1"] = 4 }, TrainingHost.None);
            }
        }

        async Task<string[]> RowAsync(string person) =>
            [.. (await (await host.SignInAsync(person)).GetAsync("/console/training/courses/de-all")).Page.QuerySelectorAll("tbody tr").Take(1).SelectMany(r => r.QuerySelectorAll("td").Skip(1).Select(c => c.TextContent.Trim()))];

        await AnswerAsync(0, 9);
        host.Clock.Advance(TrainingHost.At("2026-12-15", "09:00") - host.Clock.GetUtcNow());
        Assert.Equal(["Not enough answers", "Not enough answers", "Not enough answers", "Not enough answers"], await RowAsync(TrainingHost.Facilitator));
        await AnswerAsync(9, 10);
        Assert.Equal(["+1.50 d +2.85", "100 %", "100 %", "Not enough answers"], await RowAsync(TrainingHost.Facilitator));
        Assert.Equal(["+1.50 d +2.85", "100 %", "100 %", "Not enough answers"], await RowAsync(TrainingHost.Lead));
        Assert.Empty(await RowAsync("maya-okafor"));
        Assert.Empty(await RowAsync("thomas-lindqvist"));
    }

    [Fact]
    public async Task Follow_ups_of_the_last_months_of_a_school_year_are_shown_after_it_has_ended_from_ten_on()
    {
        await using var host = await TrainingHost.StartAsync();
        async Task AnswerAsync(DateOnly month, int many)
        {
            foreach (var (moment, value) in new[] { (FeedbackMoment.Before, 2), (FeedbackMoment.After, 3), (FeedbackMoment.Later, 4) })
                for (var i = 0; i < many; i++)
                    await host.Feedback.SaveAsync("de-all", month, new PersonText($"word number {i} of {month.Month}"), moment, new Dictionary<string, int> { ["a1"] = value + (i % 2), ["a2"] = value }, TrainingHost.None);
        }

        async Task<AngleSharp.Dom.IElement[]> YearsAsync() => [.. (await (await host.SignInAsync(TrainingHost.Lead)).GetAsync("/console/training/courses/de-all")).Page.QuerySelectorAll("table[aria-label*='school year']")];
        static string[] Row(AngleSharp.Dom.IElement year, int at) => [.. year.QuerySelectorAll("tbody tr")[at].QuerySelectorAll("td").Skip(1).Select(c => c.TextContent.Trim())];

        await AnswerAsync(new DateOnly(2027, 7, 1), 9);
        host.Clock.Advance(TrainingHost.At("2027-10-15", "09:00") - host.Clock.GetUtcNow());
        Assert.Equal(["This school year, 2027–28"], (await YearsAsync()).Select(y => y.GetAttribute("aria-label")));
        await AnswerAsync(new DateOnly(2027, 6, 1), 10);
        await AnswerAsync(new DateOnly(2027, 8, 1), 30);
        var years = await YearsAsync();
        Assert.Equal(["This school year, 2027–28", "The school year before, 2026–27"], years.Select(y => y.GetAttribute("aria-label")));
        // June's follow-ups are in; July's are until the end of October.
        Assert.Equal(["+1.00 d +1.95", "100 %", "47 %", "+2.00 d +3.79"], Row(years[1], 0));
        Assert.StartsWith("+1.00 no d, all answers before were alike", Row(years[1], 1)[0], StringComparison.Ordinal);
        Assert.Equal("Not enough answers", Row(years[0], 0)[3]);
    }

    [Fact]
    public async Task A_month_whose_answers_still_come_in_is_not_shown()
    {
        await using var host = await TrainingHost.StartAsync();
        for (var i = 0; i < 12; i++)
            foreach (var moment in new[] { FeedbackMoment.Before, FeedbackMoment.After })
                await host.Feedback.SaveAsync("de-all", new DateOnly(2026, 11, 1), new PersonText($"word number {i}"), moment, new Dictionary<string, int> { ["a1"] = 3 }, TrainingHost.None);
        host.Clock.Advance(TrainingHost.At("2026-12-14", "09:00") - host.Clock.GetUtcNow());
        Assert.Contains("Not enough answers", (await (await host.SignInAsync(TrainingHost.Lead)).GetAsync("/console/training/courses/de-all")).Text);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("0.00", (await (await host.SignInAsync(TrainingHost.Lead)).GetAsync("/console/training/courses/de-all")).Text);
    }

    [Fact]
    public async Task My_trainings_name_what_feedback_is_asked_for()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-11-23", "10:15");
        await host.SignUpAsync(session, "maya-okafor");
        host.Clock.Advance(TimeSpan.FromHours(3));
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        await dev.PostAsync($"/console/training/sessions/{session.Id:D}/roll/close", [("min-maya-okafor", "90"), ("sure", "yes")]);
        Assert.NotNull((await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training/mine")).Page.QuerySelector($"a[href='{PageOf(session)}']"));
        Assert.Null((await (await host.SignInAsync("omar-haddad")).GetAsync("/console/training/mine")).Page.QuerySelector($"a[href='{PageOf(session)}']"));
    }
}
