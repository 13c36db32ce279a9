using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>Sessions in the console: who sees what, how one is scheduled, changed and called off, and what every wrong input is told.</summary>
public sealed partial class SessionTests
{
    private const string New = "/console/training/new/save", TokenPage = "/console/cases";

    private static string PageOf(Session session) => $"/console/training/sessions/{session.Id:D}";

    private static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    private static List<(string Name, string Value)> Form(params (string Name, string Value)[] other)
    {
        var fields = new Dictionary<string, string>
        {
            ["course"] = "de-all", ["cohort"] = "", ["day"] = "2026-12-01", ["from"] = "14:00", ["to"] = "15:30", ["school"] = "riverbend-high", ["place"] = "Library", ["seats"] = "24", ["facilitators"] = TrainingHost.Facilitator,
        };
        foreach (var (name, value) in other) fields[name] = value;
        return [.. fields.Select(f => (f.Key, f.Value))];
    }

    [Fact]
    public async Task Without_trainings_in_the_content_no_page_and_no_link_exists()
    {
        await using var host = new ConsoleHost(services: services => services.AddSingleton(new TrainingOffer(null)));
        var visitor = await host.SignInAsync(TrainingHost.Facilitator);
        foreach (var path in new[] { "/console/training", "/console/training/new", "/console/training/mine", "/console/training/check-in", $"/console/training/sessions/{Guid.NewGuid():D}" })
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await visitor.GetAsync(path)).Status));
        Assert.Null((await visitor.GetAsync("/console/cases")).Page.QuerySelector("nav a[href='/console/training']"));
    }

    [Fact]
    public async Task Those_who_lead_a_session_have_an_event_that_was_deleted_by_hand_made_anew()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.DoesNotContain("calendar event", (await dev.GetAsync(PageOf(session))).Text);
        await host.DeleteEventAsync(session);
        foreach (var person in new[] { TrainingHost.Teacher, TrainingHost.HumanResources })
        {
            var other = await host.SignInAsync(person);
            Assert.DoesNotContain("deleted the calendar event", (await other.GetAsync(PageOf(session))).Text);
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await other.PostAsync($"{PageOf(session)}/again", [])).Status));
        }

        Assert.Contains("Somebody has deleted the calendar event of this session", (await dev.GetAsync(PageOf(session))).Text);
        Assert.EndsWith("?done=invited", (await dev.PostAsync($"{PageOf(session)}/again", [])).GoesTo, StringComparison.Ordinal);
        Assert.Equal(EventState.Kept, (await host.Events.FindAsync(session.Id, TrainingHost.None))!.State);
        // Said twice: nothing is invited twice.
        Assert.DoesNotContain("done", (await dev.PostAsync($"{PageOf(session)}/again", [])).GoesTo!);
    }

    [Fact]
    public async Task Everybody_sees_the_calendar_and_nobody_who_is_not_signed_in()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-11-24", seats: 2);
        await host.SignUpAsync(session, "maya-okafor", "jun-watanabe", "omar-haddad");
        var page = (await (await host.SignInAsync(TrainingHost.Teacher)).GetAsync("/console/training")).Page;
        var row = Plain(page.QuerySelector(".sessions li")!.TextContent);
        Assert.Equal("2:00 PM to 3:30 PM Student de-escalation: the basics DE-ALL · Library, Riverbend High School · with Dev Patel Full, 1 waiting", row);
        Assert.Equal("Tuesday, November 24, 2026", page.QuerySelector("section h3")!.TextContent);
        Assert.DoesNotContain("Maya", page.Body!.TextContent);
        Assert.Contains("You have a seat", (await (await host.SignInAsync("maya-okafor")).GetAsync("/console/training")).Text);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync("/console/training")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await host.Visit().GetAsync(PageOf(session))).Status);
    }

    [Fact]
    public async Task The_calendar_goes_by_week_and_month_and_shows_learning_days_on_which_nothing_is_held_yet()
    {
        await using var host = await TrainingHost.StartAsync();
        foreach (var (day, course, school) in new[] { ("2026-11-23", "de-all", "riverbend-high"), ("2026-11-30", "eq-1", "heron-middle"), ("2027-02-02", "de-all", "riverbend-high") }) await host.HeldAsync(day, course: course, school: school);
        var visitor = await host.SignInAsync(TrainingHost.Teacher);
        async Task<string[]> DaysAsync(string query) => [.. (await visitor.GetAsync($"/console/training?{query}")).Page.QuerySelectorAll("section h3").Select(h => h.TextContent)];
        Assert.Equal(["Monday, November 23, 2026", "Monday, November 30, 2026"], await DaysAsync(""));
        Assert.Equal(["Monday, November 23, 2026"], await DaysAsync("view=week"));
        Assert.Equal(["Monday, November 30, 2026"], await DaysAsync("view=week&on=2026-12-06"));
        Assert.Equal(["Monday, November 30, 2026"], await DaysAsync("site=heron-middle"));
        Assert.Equal(["Monday, November 23, 2026"], await DaysAsync("course=de-all"));
        Assert.Equal(["Monday, February 1, 2027", "Tuesday, February 2, 2027"], await DaysAsync("on=2027-02-14"));
        Assert.Empty(await DaysAsync("on=2027-03-01"));
        var learning = (await visitor.GetAsync("/console/training?on=2027-02-01")).Page.QuerySelector("section")!;
        Assert.Contains("Professional Learning Day: supporting students", learning.TextContent);
        Assert.Equal("/console/training/days/2027-02-01", learning.QuerySelector("a")!.GetAttribute("href"));
        // What nobody can read is as good as nothing.
        Assert.Equal(2, (await DaysAsync("on=tomorrow&view=year")).Length);
    }

    [Fact]
    public async Task Who_comes_is_shown_to_whoever_leads_it_human_resources_and_the_training_lead_and_to_nobody_else()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01", by: "maya-okafor");
        await host.SignUpAsync(session, "jun-watanabe", "omar-haddad");
        string[] see = ["maya-okafor", TrainingHost.Lead, TrainingHost.HumanResources], lead = ["maya-okafor", TrainingHost.Lead];
        foreach (var person in Demo.District.People.Select(p => p.Id))
        {
            var visitor = await host.SignInAsync(person);
            var page = await visitor.GetAsync(PageOf(session));
            Assert.Contains("20, of which 18 free", page.Text);
            Assert.Equal((person, see.Contains(person)), (person, page.Page.QuerySelector("#roster") is not null));
            Assert.Equal((person, see.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await visitor.GetAsync($"{PageOf(session)}/roster")).Status));
            Assert.Equal((person, lead.Contains(person)), (person, page.Page.QuerySelector($"a[href='{PageOf(session)}/change']") is not null));
            Assert.Equal((person, lead.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.NotFound), (person, (await visitor.GetAsync($"{PageOf(session)}/change")).Status));
            if (!see.Contains(person) && person is not ("jun-watanabe" or "omar-haddad")) Assert.DoesNotContain("Jun Watanabe", page.Text);
            if (lead.Contains(person)) continue;
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{PageOf(session)}/change/save", Form())).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"{PageOf(session)}/off", [("sure", "yes")])).Status);
        }

        Assert.Equal(SessionState.Scheduled, (await host.RollAsync(session)).Session.State);
        Assert.Equal(HttpStatusCode.NotFound, (await (await host.SignInAsync(TrainingHost.Lead)).GetAsync($"/console/training/sessions/{Guid.NewGuid():D}")).Status);
    }

    [Fact]
    public async Task Only_facilitators_and_the_training_lead_schedule_a_session_and_then_it_is_in_the_calendar()
    {
        await using var host = await TrainingHost.StartAsync();
        foreach (var person in Demo.District.People.Select(p => p.Id).Where(p => p is not (TrainingHost.Facilitator or TrainingHost.Lead)))
        {
            var stranger = await host.SignInAsync(person);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/console/training/new")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(New, Form())).Status);
        }

        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Equal(HttpStatusCode.BadRequest, (await dev.PostBareAsync(New, Form())).Status);
        var page = (await dev.GetAsync("/console/training/new?course=de-all")).Page;
        Assert.Equal("40", page.QuerySelector("#seats")!.GetAttribute("value"));
        Assert.DoesNotContain(page.QuerySelectorAll("#course option"), o => o.GetAttribute("value") == "mr-or"); // nobody holds a session of what is done alone
        var answer = await dev.PostAsync(New, Form());
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var session = Assert.Single(await host.Rolls.BetweenAsync(host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddDays(30), TrainingHost.None)).Session;
        // Two school days before: nobody has to think which day midnight belongs to.
        Assert.Equal("Sign-upTue, Nov 10, 2:00 PM to the end of Wed, Nov 25", Plain((await dev.GetAsync(PageOf(session))).Page.QuerySelectorAll(".facts div").Single(d => d.TextContent.Contains("Sign-up", StringComparison.Ordinal)).TextContent));
        Assert.Equal((TrainingHost.At("2026-12-01", "14:00"), TrainingHost.At("2026-12-01", "15:30"), 24, "Library", "riverbend-high"), (session.Starts, session.Ends, session.Seats, session.Place, session.SchoolId));
        // Two school days before, Monday and Wednesday: Thanksgiving counts for nothing. That is over at midnight.
        Assert.Equal((session.Starts.AddDays(-21), TrainingHost.At("2026-11-26", "00:00")), (session.OpensAt, session.ClosesAt));
        Assert.Contains("The session is in the calendar.", (await dev.GetAsync(answer.GoesTo!)).Text);
        Assert.Contains("Student de-escalation: the basics", (await dev.GetAsync("/console/training?on=2026-12-01")).Text);
    }

    [Theory]
    [InlineData("course", "", "Please pick the course.")]
    [InlineData("course", "mr-or", "Please pick the course.")]
    [InlineData("course", "no-such", "Please pick the course.")]
    [InlineData("day", "", "Please give the day as year-month-day, such as 2026-12-01.")]
    [InlineData("day", "12/01/2026", "Please give the day as year-month-day, such as 2026-12-01.")]
    [InlineData("day", "2026-11-20", "This moment has passed. Please give one that is still to come.")]
    [InlineData("day", "2026-11-26", "Nobody works on that day: it is Thanksgiving. Please pick another.")]
    [InlineData("day", "2026-12-05", "Nobody works on that day: it is a Saturday. Please pick another.")]
    [InlineData("from", "two", "Please give the time as hours and minutes of the day, such as 13:30.")]
    [InlineData("to", "25:00", "Please give the time as hours and minutes of the day, such as 13:30.")]
    [InlineData("to", "13:00", "It ends before it starts. Please give an end after 2:00 PM.")]
    [InlineData("to", "14:00", "It ends before it starts. Please give an end after 2:00 PM.")]
    [InlineData("seats", "0", "A session has at least 1 seat.")]
    [InlineData("seats", "-5", "A session has at least 1 seat.")]
    [InlineData("seats", "many", "Please give the number of seats in digits, such as 24.")]
    [InlineData("seats", "99999999999", "Please give the number of seats in digits, such as 24.")]
    [InlineData("seats", "1000", "A session has at most 999 seats.")]
    [InlineData("school", "no-school", "Please pick a school of the district, or none.")]
    [InlineData("place", "", "Please say where it is, or tick that it is online.")]
    [InlineData("facilitators", "", "Please pick who leads it, at least one person.")]
    [InlineData("facilitators", "kim-soto", "Please pick who leads it, at least one person.")]
    [InlineData("cohort", "new-hire-equity/2027-01", "This course does not belong to that series. Please pick another, or leave it open for everybody.")]
    public async Task A_wrong_field_is_told_in_words_beside_it_and_what_was_typed_stays(string field, string value, string told)
    {
        await using var host = await TrainingHost.StartAsync();
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        var answer = await dev.PostAsync(New, Form((field, value)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(told, answer.Page.QuerySelector($"#{field}-error")!.TextContent);
        Assert.Single(answer.Page.QuerySelectorAll(".error"));
        Assert.Equal(told, answer.Page.QuerySelector($"[role=alert] a[href='#{field}']")!.TextContent);
        Assert.Equal($"{field}-error", answer.Page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby"));
        if (field != "place") Assert.Equal("Library", answer.Page.QuerySelector("#place")!.GetAttribute("value"));
        Assert.Empty(await host.Rolls.BetweenAsync(host.Clock.GetUtcNow().AddDays(-30), host.Clock.GetUtcNow().AddDays(60), TrainingHost.None));
    }

    [Fact]
    public async Task What_is_doubtful_is_asked_about_and_saved_once_it_is_meant_so()
    {
        await using var host = await TrainingHost.StartAsync();
        await host.HeldAsync("2026-12-21", "13:00", "eq-1", place: "library ");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        var form = Form(("day", "2026-12-21"), ("to", "16:00"));
        var answer = await dev.PostAsync(New, form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(
            ["Monday, December 21, 2026 is a day without school, and no Professional Learning Day: few may be there.", "DE-ALL takes 90 minutes, and this session has 120.", "EQ-1 is in the same room from 1:00 PM to 3:00 PM.", "Dev Patel leads EQ-1 from 1:00 PM to 3:00 PM."],
            answer.Page.QuerySelectorAll(".banner li").Select(l => l.TextContent));
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync(New, [.. form, ("meant", "yes")])).Status);
        Assert.Equal(2, (await host.Rolls.BetweenAsync(TrainingHost.At("2026-12-21", "00:00"), TrainingHost.At("2026-12-22", "00:00"), TrainingHost.None)).Count);
    }

    [Fact]
    public async Task A_learning_day_is_no_doubt_and_a_session_for_a_group_says_so()
    {
        await using var host = await TrainingHost.StartAsync();
        var lead = await host.SignInAsync(TrainingHost.Lead);
        var answer = await lead.PostAsync(New, Form(("course", "eq-1"), ("cohort", "new-hire-equity/2027-01"), ("day", "2027-02-01"), ("from", "13:15"), ("to", "15:15")));
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("Group of January 2027", (await lead.GetAsync(answer.GoesTo!)).Text);
    }

    [Fact]
    public async Task A_change_keeps_the_seats_that_are_held_and_gives_new_ones_to_those_who_wait()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-08", seats: 2);
        await host.SignUpAsync(session, "maya-okafor", "jun-watanabe", "omar-haddad");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        var page = (await dev.GetAsync($"{PageOf(session)}/change")).Page;
        Assert.Equal(["2026-12-08", "14:00", "15:30", "Library", "2"], new[] { "day", "from", "to", "place", "seats" }.Select(f => page.QuerySelector($"#{f}")!.GetAttribute("value")));
        Assert.Equal("2 people hold a seat. Please give at least 2 seats.", (await dev.PostAsync($"{PageOf(session)}/change/save", Form(("seats", "1"), ("day", "2026-12-08")))).Page.QuerySelector("#seats-error")!.TextContent);
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(session)}/change/save", Form(("seats", "3"), ("day", "2026-12-08"), ("place", "Room 4")))).Status);
        var roll = await host.RollAsync(session);
        Assert.Equal((3, "Room 4", session.OpensAt, session.ClosesAt, EnrolmentState.Offered), (roll.Session.Seats, roll.Session.Place, roll.Session.OpensAt, roll.Session.ClosesAt, roll.Of("omar-haddad")!.State));
    }

    [Fact]
    public async Task A_room_of_the_school_is_booked_by_its_name_and_a_change_of_anything_else_keeps_it()
    {
        await using var host = await TrainingHost.StartAsync();
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        await dev.PostAsync(New, Form(("place", "library")));
        var session = Assert.Single(await host.Rolls.BetweenAsync(host.Clock.GetUtcNow(), host.Clock.GetUtcNow().AddDays(30), TrainingHost.None)).Session;
        Assert.Equal("riverbend.library@example.org", session.Room);
        Assert.Contains("Room 204", (await dev.GetAsync($"{PageOf(session)}/change")).Page.QuerySelectorAll("#rooms option").Select(o => o.GetAttribute("value")));

        // A room that no content names, set by somebody who knows its mailbox.
        var other = await host.HeldAsync("2026-12-08", place: "Gym");
        await host.Rolls.ActAsync(other.Id, TrainingHost.Facilitator, f => RollEngine.Change(f.Roll, f.Roll.Session with { Room = "gym@example.org" }, new RollMoment(host.Clock.GetUtcNow(), Demo.Catalogue.Course("de-all")!, Demo.Catalogue.Rules, at => DateOnly.FromDateTime(at.UtcDateTime))), _ => RollNews.None, TrainingHost.None);
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(other)}/change/save", Form(("day", "2026-12-08"), ("place", "Gym"), ("seats", "25")))).Status);
        Assert.Equal(("gym@example.org", 25), (await host.RollAsync(other)).Session is var kept ? (kept.Room, kept.Seats) : default);
        Assert.Equal(HttpStatusCode.Redirect, (await dev.PostAsync($"{PageOf(other)}/change/save", Form(("day", "2026-12-08"), ("place", "Gym 2")))).Status);
        Assert.Null((await host.RollAsync(other)).Session.Room);
    }

    [Fact]
    public async Task Calling_off_takes_a_second_yes_and_frees_everybody()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-08");
        await host.SignUpAsync(session, "maya-okafor");
        var dev = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await dev.PostAsync($"{PageOf(session)}/off", [])).Status);
        var answer = await dev.PostAsync($"{PageOf(session)}/off", [("sure", "yes")]);
        Assert.Contains("The session is called off.", (await dev.GetAsync(answer.GoesTo!)).Text);
        Assert.Equal((SessionState.Cancelled, EnrolmentState.Cancelled), (await host.RollAsync(session)) is var roll ? (roll.Session.State, roll.Of("maya-okafor")!.State) : default);
        Assert.Contains("Called off.", (await dev.GetAsync(PageOf(session))).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await dev.GetAsync($"{PageOf(session)}/change")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await dev.PostAsync($"{PageOf(session)}/off", [("sure", "yes")])).Status);
    }

    [Fact]
    public async Task The_roster_goes_into_a_spreadsheet_and_nothing_in_it_runs()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-08", seats: 1);
        await host.SignUpAsync(session, "=cmd|' /C calc'!A0", "jun-watanabe");
        var answer = await (await host.SignInAsync(TrainingHost.Facilitator)).GetAsync($"{PageOf(session)}/roster");
        Assert.Equal(["text/csv; charset=utf-8", "attachment; filename=roster.csv; filename*=UTF-8''roster.csv"], new[] { "Content-Type", "Content-Disposition" }.Select(h => answer.Headers[h]));
        Assert.Equal(
            ["Name,Mail,School,State,Place in line,Required,Checked in,Minutes", "somebody who has left,,,Has a seat,,no,,", "Jun Watanabe,jun.watanabe@example.org,Heron Middle School,On the waiting list,1,no,,"],
            answer.Body.TrimStart('\uFEFF').TrimEnd().Split("\r\n"));
        var odd = Demo.With("directory/people.yaml", Demo.Text("directory/people.yaml").Replace("name: \"Jun Watanabe\"", "name: \"=1+1 Watanabe\"", StringComparison.Ordinal));
        var roll = await host.RollAsync(session);
        var sheet = System.Text.Encoding.UTF8.GetString(RosterFile.Of(roll, [roll.Of("jun-watanabe")!], odd, new SessionWords(odd, new TrainingOffer(Demo.Catalogue))));
        Assert.Contains("\"'=1+1 Watanabe\",jun.watanabe@example.org", sheet);
    }

    [Fact]
    public async Task A_calendar_program_gets_the_sessions_without_anybody_who_comes_and_without_a_sensitive_title()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-08");
        var sensitive = await host.HeldAsync("2026-12-09", course: Demo.Catalogue.Courses.First(c => c.Sensitive && c.Modality != Modality.SelfPaced).Id);
        await host.SignUpAsync(session, "maya-okafor");
        var visitor = await host.SignInAsync(TrainingHost.Teacher);
        var answer = await visitor.GetAsync("/console/training/file?on=2026-12-01");
        Assert.Equal("text/calendar; charset=utf-8", answer.Headers["Content-Type"]);
        var lines = answer.Body.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(2, lines.Count(l => l == "BEGIN:VEVENT"));
        Assert.Equal(["DTSTART:20261208T220000Z", "DTSTART:20261209T220000Z"], lines.Where(l => l.StartsWith("DTSTART", StringComparison.Ordinal)));
        Assert.Equal(["SUMMARY:DE-ALL: Student de-escalation: the basics", "SUMMARY:Staff training"], lines.Where(l => l.StartsWith("SUMMARY", StringComparison.Ordinal)));
        Assert.Equal([$"UID:{session.Id:D}@supportbot", $"UID:{sensitive.Id:D}@supportbot"], lines.Where(l => l.StartsWith("UID", StringComparison.Ordinal)));
        Assert.DoesNotContain("Maya", answer.Body);
        Assert.Contains("BEGIN:VEVENT", (await visitor.GetAsync($"{PageOf(session)}/file")).Body);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
