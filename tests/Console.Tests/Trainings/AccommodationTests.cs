using System.Net;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Training;

namespace SupportBot.Console.Tests.Trainings;

/// <summary>What somebody needs to take part: asked on the session's page, read by those who lead it, and by nobody else.</summary>
public sealed class AccommodationTests
{
    private const string Words = "I lip-read: a seat in the first row, and <b>captions</b>";
    private const string Participant = "maya-okafor", Other = "omar-haddad";

    private static string PageOf(Session session) => $"/console/training/sessions/{session.Id:D}";

    private static Task<Answer> AskAsync(Visitor visitor, Session session, string words = Words) => visitor.PostAsync($"{PageOf(session)}/need", [("words", words)]);

    [Fact]
    public async Task Whoever_has_a_seat_asks_and_those_who_lead_the_session_read_it_and_nobody_else_does()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01");
        await host.SignUpAsync(session, Participant, Other);
        Assert.Equal(HttpStatusCode.Redirect, (await AskAsync(await host.SignInAsync(Participant), session)).Status);
        Assert.Contains(Words, (await (await host.SignInAsync(Participant)).GetAsync(PageOf(session))).Page.QuerySelector("#words")!.TextContent);

        foreach (var person in new[] { TrainingHost.Facilitator, TrainingHost.Lead })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Contains("Somebody has asked for an accommodation", (await visitor.GetAsync(PageOf(session))).Text);
            var page = (await visitor.GetAsync($"{PageOf(session)}/accommodations")).Page;
            Assert.Equal(Words, page.QuerySelector(".words")!.TextContent);
            Assert.Contains("Maya Okafor", page.QuerySelector("h2")!.TextContent);
        }

        foreach (var person in new[] { Participant, Other, TrainingHost.HumanResources, TrainingHost.Teacher })
        {
            var visitor = await host.SignInAsync(person);
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await visitor.GetAsync($"{PageOf(session)}/accommodations")).Status));
            Assert.Equal((person, HttpStatusCode.NotFound), (person, (await visitor.PostAsync($"{PageOf(session)}/accommodations/arranged", [("person", Participant)])).Status));
            var text = (await visitor.GetAsync(PageOf(session))).Text;
            Assert.DoesNotContain("asked for an accommodation", text);
            if (person != Participant) Assert.DoesNotContain("lip-read", text);
        }
    }

    [Fact]
    public async Task It_stands_in_no_list_of_the_roll_no_log_and_no_file_in_clear()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01");
        await host.SignUpAsync(session, Participant);
        await AskAsync(await host.SignInAsync(Participant), session);
        var lead = await host.SignInAsync(TrainingHost.Facilitator);
        foreach (var path in new[] { PageOf(session), $"{PageOf(session)}/roster", $"{PageOf(session)}/roll", $"{PageOf(session)}/code", $"{PageOf(session)}/file" })
            Assert.DoesNotContain("lip-read", (await lead.GetAsync(path)).Text);
        Assert.DoesNotContain("lip-read", host.Logged.Text, StringComparison.OrdinalIgnoreCase);
        foreach (var file in host.Files()) Assert.False(System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file)).Contains("lip-read", StringComparison.OrdinalIgnoreCase), file);
    }

    [Fact]
    public async Task Those_who_lead_it_are_told_that_somebody_asked_and_the_person_that_it_is_arranged()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01", by: [TrainingHost.Facilitator, "grace-whitefeather"]);
        await host.SignUpAsync(session, Participant);
        await AskAsync(await host.SignInAsync(Participant), session);
        // The same words once more tell nobody anything.
        await AskAsync(await host.SignInAsync(Participant), session);
        var leader = await host.SignInAsync(TrainingHost.Facilitator);
        Assert.Equal(HttpStatusCode.Redirect, (await leader.PostAsync($"{PageOf(session)}/accommodations/arranged", [("person", Participant)])).Status);
        await leader.PostAsync($"{PageOf(session)}/accommodations/arranged", [("person", Participant)]);

        var told = (await host.Outbox.ClaimAsync(host.Clock.GetUtcNow().AddMinutes(1), 50, TimeSpan.FromMinutes(1), TrainingHost.None)).Select(i => (i.Notice.Kind, i.Notice.Subject)).ToList();
        Assert.Single(told, (NoticeKind.AccommodationAsked, $"{session.Id:N}:{TrainingHost.Facilitator}"));
        Assert.Single(told, (NoticeKind.AccommodationArranged, $"{session.Id:N}:{Participant}"));
        Assert.Contains("Taken care of", (await (await host.SignInAsync(Participant)).GetAsync(PageOf(session))).Page.QuerySelector("section[aria-labelledby=need]")!.TextContent);
    }

    [Fact]
    public async Task Without_a_seat_nothing_can_be_asked_and_wrong_words_are_kept_in_the_form()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01");
        await host.SignUpAsync(session, Participant);
        var visitor = await host.SignInAsync(Other);
        Assert.Null((await visitor.GetAsync(PageOf(session))).Page.QuerySelector("#need"));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(visitor, session)).Status);

        var participant = await host.SignInAsync(Participant);
        Assert.Contains("Please say in a few words", (await AskAsync(participant, session, "  ")).Page.QuerySelector("#words-error")!.TextContent);
        var longest = new string('x', AccommodationDesk.Longest + 1);
        var refused = await AskAsync(participant, session, longest);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("at most 1,000 characters", refused.Page.QuerySelector("#words-error")!.TextContent);
        Assert.Contains(longest, refused.Page.QuerySelector("#words")!.TextContent);
        Assert.Equal((0, 0), await host.Accommodations.CountAsync(session.Id, TrainingHost.None));
        host.Clock.Advance(session.Ends - host.Clock.GetUtcNow());
        Assert.Null((await (await host.SignInAsync(Participant)).GetAsync(PageOf(session))).Page.QuerySelector("#need"));
    }

    [Fact]
    public async Task What_was_asked_can_be_taken_back_and_is_gone()
    {
        await using var host = await TrainingHost.StartAsync();
        var session = await host.HeldAsync("2026-12-01");
        await host.SignUpAsync(session, Participant);
        var participant = await host.SignInAsync(Participant);
        await AskAsync(participant, session);
        Assert.Contains("taken-back", (await participant.PostAsync($"{PageOf(session)}/unneed", [])).GoesTo);
        Assert.Equal((0, 0), await host.Accommodations.CountAsync(session.Id, TrainingHost.None));
        Assert.DoesNotContain("asked for an accommodation", (await (await host.SignInAsync(TrainingHost.Facilitator)).GetAsync(PageOf(session))).Text);
    }
}
