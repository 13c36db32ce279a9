using System.Net;
using AngleSharp.Dom;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Minutes from the meeting's report, on the page where the roll is closed: they are filled in, nothing is closed by them, and what was typed stays.</summary>
public sealed class MeetingReportTests
{
    private const string Maya = "maya-okafor", Jun = "jun-watanabe", Omar = "omar-haddad", Kim = "kim-soto", Marcus = "marcus-bell", Button = "Take the minutes from the meeting's report";

    private static string PageOf(Session session) => $"/console/training/sessions/{session.Id:D}/roll";

    private static string? MinutesOf(Answer page, string person) => page.Page.QuerySelector($"#min-{person}")!.GetAttribute("value");

    private static string FromOf(Answer page, string person) => page.Page.QuerySelector($"#min-{person}-from")!.TextContent;

    /// <summary>Everything that the page's form would send.</summary>
    private static IEnumerable<(string, string)> FormOf(Answer page) =>
        page.Page.QuerySelectorAll("form[action$=close] input").Where(i => i.GetAttribute("type") != "checkbox" && i.GetAttribute("name") != "form-token").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));

    private static bool OffersIt(Answer page) => page.Page.QuerySelectorAll("form[action$=close] button").Any(b => b.TextContent == Button);

    /// <summary>An online session of an hour and a half that has ended; Maya and Jun had checked in, Jun twenty minutes late.</summary>
    private static async Task<(Session Session, Visitor Dev)> EndedAsync(TrainingHost host)
    {
        var session = await host.HeldAsync("2026-11-23", "10:15", online: true);
        await host.SignUpAsync(session, Maya, Jun, Omar, Kim);
        host.Clock.Advance(session.Starts - host.Clock.GetUtcNow());
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        await dev.PostAsync($"{PageOf(session)}/in", [("person", Maya)]);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        dev = await host.SignInAsync(TrainingHost.Facilitator);
        await dev.PostAsync($"{PageOf(session)}/in", [("person", Jun)]);
        host.Clock.Advance(session.Ends - host.Clock.GetUtcNow());
        return (session, await host.SignInAsync(TrainingHost.Facilitator));
    }

    [Fact]
    public async Task The_report_fills_the_form_says_where_each_number_comes_from_and_closes_nothing()
    {
        var reports = new MemoryReports();
        await using var host = await TrainingHost.StartAsync(reports);
        var (session, dev) = await EndedAsync(host);
        reports.Minutes = new() { [Maya] = 61, [Omar] = 88, [Marcus] = 90, [TrainingHost.HumanResources] = 4, [TrainingHost.Facilitator] = 90 };
        var before = await dev.GetAsync(PageOf(session));
        Assert.True(OffersIt(before));
        Assert.Equal(("By check-in: 90.", "By check-in: 70.", "Not checked in."), (FromOf(before, Maya), FromOf(before, Jun), FromOf(before, Omar)));

        var page = await dev.PostAsync($"{PageOf(session)}/report", FormOf(before));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(("61", "", "88", ""), (MinutesOf(page, Maya), MinutesOf(page, Jun), MinutesOf(page, Omar), MinutesOf(page, Kim)));
        Assert.Equal("From the meeting's report. By check-in it would be 90.", FromOf(page, Maya));
        Assert.Equal("By check-in: 70. Not in the meeting's report.", FromOf(page, Jun));
        Assert.Equal("From the meeting's report.", FromOf(page, Omar));
        Assert.Equal("Not checked in. Not in the meeting's report.", FromOf(page, Kim));
        Assert.Equal("The report was read: the minutes of 2 people are filled in below. Nothing is closed yet. 2 people of the directory were there without a seat.", page.Page.QuerySelector("#filled")!.TextContent);
        // Whoever holds the session needs no seat, and whoever has none is not named.
        Assert.DoesNotContain("Marcus", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("marcus", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SessionState.Scheduled, (await host.RollAsync(session)).Session.State);
        Assert.All((await host.RollAsync(session)).Enrolments, e => Assert.Null(e.Minutes));

        // Closed as the page stands: the report where it says something, check-in where it does not.
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/close", [.. FormOf(page), ("sure", "yes")])).Status);
        var roll = await host.RollAsync(session);
        Assert.Equal((61, 70, 88, 0), (roll.Of(Maya)!.Minutes, roll.Of(Jun)!.Minutes, roll.Of(Omar)!.Minutes, roll.Of(Kim)!.Minutes));
        Assert.False(OffersIt(await dev.GetAsync(PageOf(session))));
        Assert.Equal(HttpStatusCode.NotFound, (await dev.PostAsync($"{PageOf(session)}/report", [])).Status);
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_report_stands_beside_it_while_numbers_of_an_older_report_are_replaced()
    {
        var reports = new MemoryReports { Minutes = new() { [Maya] = 61, [Omar] = 88, [Kim] = 5 } };
        await using var host = await TrainingHost.StartAsync(reports);
        var (session, dev) = await EndedAsync(host);
        var report = $"{PageOf(session)}/report";
        var page = await dev.PostAsync(report, [("min-maya-okafor", "45"), ("min-jun-watanabe", "ninety"), ("min-omar-haddad", "88"), ("excused", Kim)]);
        Assert.Equal(("45", "ninety", "88", "5"), (MinutesOf(page, Maya), MinutesOf(page, Jun), MinutesOf(page, Omar), MinutesOf(page, Kim)));
        Assert.Equal("Typed by hand. The meeting's report says 61. By check-in it would be 90.", FromOf(page, Maya));
        Assert.Equal("Typed by hand. Not in the meeting's report. By check-in it would be 70.", FromOf(page, Jun));
        Assert.True(page.Page.QuerySelector("#ex-kim-soto")!.HasAttribute("checked"));
        Assert.Contains("the minutes of 2 people are filled in below. Nothing is closed yet. What you have typed for 1 person stays; the report says something else", page.Text, StringComparison.Ordinal);

        // Somebody was still in the meeting; Kim was somebody else's device.
        reports.Minutes = new() { [Maya] = 70, [Omar] = 90 };
        page = await dev.PostAsync(report, FormOf(page));
        Assert.Equal(("45", "ninety", "90", ""), (MinutesOf(page, Maya), MinutesOf(page, Jun), MinutesOf(page, Omar), MinutesOf(page, Kim)));

        // A form that is refused keeps all of it, and what is changed by hand is by hand.
        var refused = await dev.PostAsync($"{PageOf(session)}/close", [.. FormOf(page).Where(f => f.Item1 != "min-omar-haddad"), ("min-omar-haddad", "30"), ("sure", "yes")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Typed by hand. The meeting's report says 90.", FromOf(refused, Omar));
        Assert.Equal("min-jun-watanabe-error min-jun-watanabe-from", refused.Page.QuerySelector("#min-jun-watanabe")!.GetAttribute("aria-describedby"));
        Assert.Equal(SessionState.Scheduled, (await host.RollAsync(session)).Session.State);
    }

    [Theory]
    [InlineData(MeetingOutcome.NoMeeting, 0, "Teams knows no meeting of this session")]
    [InlineData(MeetingOutcome.NotYet, 0, "Teams has no report of this session yet. It comes some minutes after the last person has left")]
    [InlineData(MeetingOutcome.NotAllowed, 0, "Ask IT to look at its permissions and at the application access policy")]
    [InlineData(MeetingOutcome.Busy, 40, "Teams is busy. Please try again in 40 seconds.")]
    [InlineData(MeetingOutcome.Busy, 600, "Teams is busy. Please try again in 10 minutes.")]
    [InlineData(MeetingOutcome.Busy, 0, "Please try again in 1 seconds.")]
    [InlineData(MeetingOutcome.Down, 0, "Teams does not answer. Please try again in a few minutes.")]
    public async Task Where_there_is_no_report_one_sentence_says_why_and_nothing_typed_is_lost(MeetingOutcome why, int after, string said)
    {
        var reports = new MemoryReports { Minutes = new() { [Maya] = 61 } };
        await using var host = await TrainingHost.StartAsync(reports);
        var (session, dev) = await EndedAsync(host);
        var page = await dev.PostAsync($"{PageOf(session)}/report", [("min-jun-watanabe", "12"), ("excused", Kim)]);
        reports.Answer = MeetingReading.Without(why, TimeSpan.FromSeconds(after));
        page = await dev.PostAsync($"{PageOf(session)}/report", [.. FormOf(page), ("excused", Kim)]);
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(said, page.Page.QuerySelector("#refused")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("What you have typed is still here.", page.Text, StringComparison.Ordinal);
        Assert.Equal(("61", "12"), (MinutesOf(page, Maya), MinutesOf(page, Jun)));
        Assert.StartsWith("From the meeting's report.", FromOf(page, Maya), StringComparison.Ordinal);
        Assert.True(page.Page.QuerySelector("#ex-kim-soto")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task Only_those_who_lead_the_session_read_its_report_and_only_of_one_that_was_online_and_has_ended()
    {
        var reports = new MemoryReports();
        await using var host = await TrainingHost.StartAsync(reports);
        var (session, dev) = await EndedAsync(host);
        foreach (var person in Demo.District.People.Select(p => p.Id))
            Assert.Equal((person, person is TrainingHost.Facilitator or TrainingHost.Lead ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await (await host.SignInAsync(person)).PostAsync($"{PageOf(session)}/report", [])).Status));
        Assert.Equal(2, reports.Asked);

        var inTheRoom = await host.HeldAsync("2026-11-23", "10:15", place: "Room 2");
        await host.SignUpAsync(inTheRoom, TrainingHost.HumanResources);
        Assert.False(OffersIt(await dev.GetAsync(PageOf(inTheRoom))));
        Assert.Equal(HttpStatusCode.NotFound, (await dev.PostAsync($"{PageOf(inTheRoom)}/report", [])).Status);

        var going = await host.HeldAsync("2026-11-23", "11:30", online: true, place: "Room 3");
        await host.SignUpAsync(going, Marcus);
        Assert.False(OffersIt(await dev.GetAsync(PageOf(going))));
        var early = await dev.PostAsync($"{PageOf(going)}/report", [("min-marcus-bell", "7")]);
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("There is no report before the session has ended", early.Text, StringComparison.Ordinal);
        Assert.Equal("7", MinutesOf(early, Marcus));
        Assert.Equal(2, reports.Asked);
    }

    [Fact]
    public async Task Where_the_district_reads_no_reports_there_is_no_button_and_no_way_around_it()
    {
        await using var host = await TrainingHost.StartAsync();
        var (session, dev) = await EndedAsync(host);
        var page = await dev.GetAsync(PageOf(session));
        Assert.False(OffersIt(page));
        Assert.Null(page.Page.QuerySelector("input[name=read]"));
        Assert.Equal(HttpStatusCode.NotFound, (await dev.PostAsync($"{PageOf(session)}/report", [])).Status);
    }

    [Fact]
    public async Task Nobody_in_a_report_stands_in_a_log_and_the_roll_knows_nothing_before_it_is_closed()
    {
        var reports = new MemoryReports { Minutes = new() { [Omar] = 7319, [Marcus] = 7951 } };
        await using var host = await TrainingHost.StartAsync(reports);
        var (session, dev) = await EndedAsync(host);
        var logged = host.Logged.Text.Length;
        await dev.PostAsync($"{PageOf(session)}/report", FormOf(await dev.GetAsync(PageOf(session))));
        var since = host.Logged.Text[logged..];
        foreach (var word in new[] { Omar, Marcus, "7319", "7951" }) Assert.DoesNotContain(word, since, StringComparison.Ordinal);
        Assert.Null((await host.RollAsync(session)).Of(Omar)!.Minutes);
    }

    /// <summary>A meeting service that says what the test says.</summary>
    private sealed class MemoryReports : IMeetingReports
    {
        public Dictionary<string, int> Minutes { get; set; } = [];

        /// <summary>In place of the minutes.</summary>
        public MeetingReading? Answer { get; set; }

        public int Asked { get; private set; }

        public bool IsOn => true;

        public Task<MeetingReading> ReadAsync(Session session, CancellationToken cancel)
        {
            Asked++;
            return Task.FromResult(Answer ?? new MeetingReading(MeetingOutcome.Read, Minutes));
        }
    }
}
