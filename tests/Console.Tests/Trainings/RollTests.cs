using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Who was there: the code on the wall, check-in by it and by hand, the roll with minutes, tests, make-ups, and what stands on record afterwards.</summary>
public sealed partial class RollTests
{
    private const string CheckIn = "/console/training/check-in/code";

    private static string PageOf(Session session) => $"/console/training/sessions/{session.Id:D}";

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static async Task<string> CodeAsync(TrainingHost host, Session session) =>
        (await (await host.SignInAsync(TrainingHost.Facilitator)).GetAsync($"{PageOf(session)}/code")).Page.QuerySelector(".code")!.TextContent;

    /// <summary>A session that begins at once, with these people.</summary>
    private static async Task<Session> NowAsync(TrainingHost host, params string[] people)
    {
        var session = await host.HeldAsync("2026-11-23", "10:15");
        await host.SignUpAsync(session, people);
        return session;
    }

    [Fact]
    public async Task The_code_changes_and_only_those_who_lead_the_session_show_it()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor");
        foreach (var person in Demo.District.People.Select(p => p.Id))
            foreach (var path in new[] { "code", "code/now", "roll" })
                Assert.Equal((person, path, person is TrainingHost.Facilitator or TrainingHost.Lead ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, path, (await (await host.SignInAsync(person)).GetAsync($"{PageOf(session)}/{path}")).Status));
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        var page = await dev.GetAsync($"{PageOf(session)}/code");
        Assert.Matches("^[0-9]{3} [0-9]{3}$", page.Page.QuerySelector(".code")!.TextContent);
        Assert.Contains("0 of 1 are here", page.Text);
        Assert.DoesNotContain("Maya", page.Text);
        Assert.DoesNotContain("Dev Patel", page.Text);
        var first = await CodeAsync(host, session);
        host.Clock.Advance(Demo.Catalogue.Rules.CodeHolds);
        Assert.NotEqual(first, await CodeAsync(host, session));
        Assert.Equal(await CodeAsync(host, session), (await dev.GetAsync($"{PageOf(session)}/code/now")).Page.QuerySelector(".code")!.TextContent);
    }

    [Fact]
    public async Task Before_and_after_its_time_no_code_stands_on_the_wall()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-11-23", "10:45");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Equal("10:30 AM", (await dev.GetAsync($"{PageOf(session)}/code")).Page.QuerySelector(".code")!.TextContent);
        host.Clock.Advance(TrainingHost.At("2026-11-23", "11:01") - host.Clock.GetUtcNow());
        dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Equal("Closed", (await dev.GetAsync($"{PageOf(session)}/code")).Page.QuerySelector(".code")!.TextContent);
    }

    [Fact]
    public async Task Whoever_sits_there_checks_in_with_the_code_once_and_the_one_before_counts_too()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor", "jun-watanabe");
        var code = await CodeAsync(host, session);
        var maya = await host.SignInAsync("maya-okafor");
        Assert.Contains("Check-in opens at 10:00 AM", (await maya.GetAsync("/console/training/check-in")).Text);
        Assert.Contains("You are checked in", (await maya.PostAsync(CheckIn, [("code", code)])).Text);
        var at = (await host.RollAsync(session)).Of("maya-okafor")!.CheckedInAt;
        Assert.Equal(host.Clock.GetUtcNow(), at);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Contains("You are checked in", (await maya.PostAsync(CheckIn, [("code", code.Replace(" ", "", StringComparison.Ordinal))])).Text);
        Assert.Equal(at, (await host.RollAsync(session)).Of("maya-okafor")!.CheckedInAt);
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var answer = await (await host.SignInAsync("jun-watanabe")).PostAsync(CheckIn, [("code", code)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("has changed meanwhile", answer.Text);
        Assert.Null((await host.RollAsync(session)).Of("jun-watanabe")!.CheckedInAt);
    }

    [Fact]
    public async Task The_code_of_one_session_opens_no_other_and_nobody_without_a_seat_gets_in()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor");
        var other = await host.HeldAsync("2026-11-23", "10:15", "eq-1", place: "Room 2");
        await host.SignUpAsync(other, "jun-watanabe");
        var code = await CodeAsync(host, session);
        Assert.Contains("not the code of a session in which you have a seat", (await (await host.SignInAsync("jun-watanabe")).PostAsync(CheckIn, [("code", code)])).Text);
        Assert.Contains("You have no seat in a session of today.", (await (await host.SignInAsync("omar-haddad")).PostAsync(CheckIn, [("code", code)])).Text);
        Assert.All(new[] { session, other }, s => Assert.All(host.RollAsync(s).Result.Enrolments, e => Assert.Null(e.CheckedInAt)));
    }

    [Fact]
    public async Task Whoever_tries_many_codes_waits_and_the_right_one_does_not_help_meanwhile()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor");
        var maya = await host.SignInAsync("maya-okafor");
        for (var i = 0; i < CheckInTries.Most; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await maya.PostAsync(CheckIn, [("code", "none")])).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await maya.PostAsync(CheckIn, [("code", await CodeAsync(host, session))])).Status);
        Assert.Null((await host.RollAsync(session)).Of("maya-okafor")!.CheckedInAt);
        host.Clock.Advance(CheckInTries.Window);
        Assert.Contains("You are checked in", (await maya.PostAsync(CheckIn, [("code", await CodeAsync(host, session))])).Text);
    }

    [Fact]
    public async Task Who_comes_late_is_told_to_talk_to_the_facilitator_who_lets_them_in_by_hand()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor");
        host.Clock.Advance(TrainingHost.At("2026-11-23", "10:30") - host.Clock.GetUtcNow());
        var code = await CodeAsync(host, session);
        host.Clock.Advance(TimeSpan.FromSeconds(20));
        var late = await (await host.SignInAsync("maya-okafor")).PostAsync(CheckIn, [("code", code)]);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Check-in ended at 10:30 AM. Please talk to whoever leads the session", late.Text);
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        var page = await dev.GetAsync($"{PageOf(session)}/roll");
        Assert.Equal("Check in Maya Okafor by hand", page.Page.QuerySelector("button[name=person]")!.GetAttribute("aria-label"));
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/roll/in", [("person", "maya-okafor")])).Status);
        Assert.Equal(host.Clock.GetUtcNow(), (await host.RollAsync(session)).Of("maya-okafor")!.CheckedInAt);
        Assert.Contains("There is no seat for this person", (await dev.PostAsync($"{PageOf(session)}/roll/in", [("person", "omar-haddad")])).Text);
    }

    [Fact]
    public async Task Whoever_comes_without_a_seat_gets_one_by_their_mail_address()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host);
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Contains("Nobody in the directory has this mail address.", (await dev.PostAsync($"{PageOf(session)}/roll/seat", [("mail", "nobody@example.org")])).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/roll/seat", [("mail", " Omar.Haddad@example.org ")])).Status);
        Assert.Equal(EnrolmentState.Enrolled, (await host.RollAsync(session)).Of("omar-haddad")!.State);
        Assert.Contains("This person has a seat already.", (await dev.PostAsync($"{PageOf(session)}/roll/seat", [("mail", "omar.haddad@example.org")])).Text);
        Assert.DoesNotContain("nobody@example.org", host.Logged.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_roll_is_closed_with_minutes_and_whoever_was_there_long_enough_has_completed_the_course()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor", "jun-watanabe", "omar-haddad", "kim-soto", "marcus-bell");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Null((await dev.GetAsync($"{PageOf(session)}/roll")).Page.QuerySelector("form[action$=close]"));
        foreach (var person in new[] { "maya-okafor", "jun-watanabe" }) await dev.PostAsync($"{PageOf(session)}/roll/in", [("person", person)]);
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        dev = await host.SignInAsync(TrainingHost.Facilitator);

        var close = $"{PageOf(session)}/roll/close";
        var wrong = await dev.PostAsync(close, [("min-jun-watanabe", "ninety"), ("min-kim-soto", "91"), ("min-maya-okafor", "-1"), ("excused", "omar-haddad"), ("sure", "yes")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(3, wrong.Page.QuerySelectorAll(".error").Length);
        Assert.Equal("91", wrong.Page.QuerySelector("#min-kim-soto")!.GetAttribute("value"));
        Assert.True(wrong.Page.QuerySelector("#ex-omar-haddad")!.HasAttribute("checked"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dev.PostAsync(close, [("min-jun-watanabe", "30")])).Status);
        Assert.Equal(SessionState.Scheduled, (await host.RollAsync(session)).Session.State);

        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync(close, [("min-jun-watanabe", "30"), ("min-kim-soto", "81"), ("excused", "omar-haddad"), ("sure", "yes")])).Status);
        var page = (await dev.GetAsync($"{PageOf(session)}/roll")).Page;
        Assert.Equal(
            ["Jun Watanabe There, but not long enough 30", "Kim Soto Completed 81", "Marcus Bell Did not come 0", "Maya Okafor Completed 90", "Omar Haddad Excused 0"],
            page.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Take(3).Select(c => Plain(c.TextContent)))));
        var done = Assert.Single((await host.Rolls.TranscriptAsync("maya-okafor", TrainingHost.None)).Completions);
        Assert.Equal(("de-all", new DateOnly(2026, 11, 23), new DateOnly(2027, 7, 31), false), (done.CourseId, done.On, done.Until, done.Revoked));
        Assert.Equal(done.Serial, CertificateSerial.Read(done.Serial!));
        Assert.Empty((await host.Rolls.TranscriptAsync("jun-watanabe", TrainingHost.None)).Completions);
        Assert.Equal(HttpStatusCode.Conflict, (await dev.PostAsync(close, [("sure", "yes")])).Status);
        Assert.Contains("2 people", Plain((await (await host.SignInAsync(TrainingHost.Teacher)).GetAsync(PageOf(session))).Text));
    }

    [Fact]
    public async Task Whoever_missed_it_gets_a_seat_in_another_session_of_the_course()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await NowAsync(host, "maya-okafor", "jun-watanabe");
        var (full, free, another) = (await host.HeldAsync("2026-12-01", seats: 1), await host.HeldAsync("2026-12-08"), await host.HeldAsync("2026-12-09", course: "eq-1"));
        await host.SignUpAsync(full, "omar-haddad");
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        await dev.PostAsync($"{PageOf(session)}/roll/close", [("min-maya-okafor", "90"), ("sure", "yes")]);
        var page = (await dev.GetAsync($"{PageOf(session)}/roll")).Page;
        Assert.Equal([free.Id.ToString("D")], page.QuerySelectorAll("#m-jun-watanabe option").Select(o => o.GetAttribute("value")));
        Assert.Null(page.QuerySelector("#m-maya-okafor"));
        foreach (var (person, to) in new[] { ("maya-okafor", free), ("jun-watanabe", full), ("jun-watanabe", another), ("omar-haddad", free) })
            Assert.NotEqual(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/roll/makeup", [("person", person), ("session", to.Id.ToString("D"))])).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/roll/makeup", [("person", "jun-watanabe"), ("session", free.Id.ToString("D"))])).Status);
        Assert.Equal(EnrolmentState.Enrolled, (await host.RollAsync(free)).Of("jun-watanabe")!.State);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
