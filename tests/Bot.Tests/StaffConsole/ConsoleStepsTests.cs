using System.Net;
using SupportBot.Bot.Tests.Teams;
using SupportBot.Cases;

namespace SupportBot.Bot.Tests.StaffConsole;

/// <summary>Staff protocols in the console of the whole application, over HTTP and without scripts. The protocol is a district's own, laid over the built-in ones.</summary>
public sealed class ConsoleStepsTests : IAsyncLifetime
{
    private const string Canary = HandedStepsTests.Canary, Principal = "thomas-lindqvist", Counselor = "maya-okafor", OfAnotherSchool = "linh-tran";

    private readonly DirectoryInfo _district = System.IO.Directory.CreateTempSubdirectory("supportbot-district-");
    private RealBot _bot = null!;
    private Uri _at = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = _district.CreateSubdirectory("protocols").CreateSubdirectory("small-steps");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.yaml"), HandedStepsTests.Protocol);
        _bot = await RealBot.BuildAsync(settings: ("Content:Path", _district.FullName));
        _at = await _bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        _district.Delete(recursive: true);
    }

    [Fact]
    public async Task What_is_good_is_taken_what_is_not_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var thomas = await BegunAsync(Principal);
        var long_ = new string('a', 501);
        await thomas.PressAsync("Send and go on", ("f-school", ""), ("w-words", long_));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thomas.Status);
        Assert.Equal("I need this one to go on.", thomas.Page.QuerySelector("#walk-school-error")!.TextContent);
        Assert.Contains("500 letters at most", thomas.Page.QuerySelector("#walk-words-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(long_, thomas.Page.QuerySelector("#walk-words")!.TextContent.Trim());
        Assert.Equal("walk-words-error", thomas.Page.QuerySelector("#walk-words")!.GetAttribute("aria-describedby"));

        await thomas.PressAsync("Send and go on", ("f-school", "riverbend-high"));
        Assert.Null(thomas.Page.QuerySelector("#walk-school"));
        Assert.Equal(long_, thomas.Page.QuerySelector("#walk-words")!.TextContent.Trim());
        await thomas.PressAsync("Send and go on", ("w-words", Canary));
        Assert.Contains("Stay with the student", thomas.Now, StringComparison.Ordinal);
        Assert.Equal("riverbend-high", (await _bot.OnlyCaseAsync()).SchoolId);
        Assert.DoesNotContain(Canary, thomas.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(_bot.Logged.Written, l => l.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_press_is_the_first_one_and_a_page_that_is_too_old_says_where_it_stands_with_the_words_that_were_not_taken()
    {
        using var thomas = await BegunAsync(Principal);
        var first = thomas.Page;
        await thomas.PressAsync("Send and go on", ("f-school", "riverbend-high"), ("w-words", "in the hall"));
        await thomas.PressAsync(first, "Send and go on", ("f-school", "riverbend-high"), ("w-words", "in the hall"));
        Assert.Equal(HttpStatusCode.OK, thomas.Status);
        Assert.Contains("I have that already", thomas.Text, StringComparison.Ordinal);
        await _bot.OnlyCaseAsync();

        // Another tab with a form of its own, opened before the question was answered.
        await thomas.PressAsync(first, "Send and go on", ("f-school", "riverbend-high"), ("w-words", Canary), ("key", new string('b', 32)));
        Assert.Equal(HttpStatusCode.Conflict, thomas.Status);
        Assert.Contains("That question is closed", thomas.Text, StringComparison.Ordinal);
        Assert.Equal(Canary, thomas.Page.QuerySelector("#refused blockquote")!.TextContent);
        Assert.Contains("Stay with the student", thomas.Now, StringComparison.Ordinal);
        await _bot.OnlyCaseAsync();
    }

    [Fact]
    public async Task Steps_begun_by_two_presses_are_begun_once_and_several_lie_open_side_by_side()
    {
        using var thomas = await Desk.SitDownAsync(_at, Principal);
        var list = thomas.Page;
        await thomas.BeginAsync("Small steps");
        Assert.Equal("/console/steps/at/1", thomas.Path);
        var begin = list.QuerySelectorAll("form[action$='/begin']").First(f => f.QuerySelector("input[value=small-steps]") is not null);
        var fields = begin.QuerySelectorAll("input").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Where(f => f.Item1 != "form-token").ToArray();
        for (var twice = 0; twice < 2; twice++) await thomas.PostAsync("/console/steps/begin", fields);
        Assert.Equal("/console/steps/at/2?done=once", thomas.Path);
        await thomas.GoAsync("/console/steps");
        Assert.Equal(2, thomas.Page.QuerySelectorAll("a.button[href^='/console/steps/at/']").Length);

        await (await thomas.GoAsync("/console/steps/at/2")).PressAsync("Send and go on", ("f-school", "riverbend-high"), ("w-words", "the second"));
        Assert.Contains("Which school?", (await thomas.GoAsync("/console/steps/at/1")).Now, StringComparison.Ordinal);
        await thomas.PressAsync("Stop");
        Assert.Contains("I have stopped. Nothing was sent", thomas.Said, StringComparison.Ordinal);
        Assert.Contains("Stay with the student", (await thomas.GoAsync("/console/steps/at/2")).Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_desks_that_take_the_same_steps_have_one_winner_and_the_other_hears_who()
    {
        using var thomas = await ToTheStepAsync();
        await thomas.PressAsync("Hand over");
        await thomas.PressAsync("Whoever is on duty: School counselor");
        using var maya = await Desk.SitDownAsync(_at, Counselor);
        using var elsewhere = await Desk.SitDownAsync(_at, Counselor);
        await maya.PressAsync("Go on with it");
        Assert.Contains("Stay with the student", maya.Now, StringComparison.Ordinal);
        await elsewhere.PressAsync("Go on with it");
        Assert.Equal(HttpStatusCode.Conflict, elsewhere.Status);
        Assert.Contains("You have the steps of case", elsewhere.Text, StringComparison.Ordinal);
        var number = (await _bot.OnlyCaseAsync()).Number;
        await thomas.GoAsync("/console/steps");
        await thomas.PostAsync("/console/steps/take", ("case", number), ("place", "1"), ("key", new string('c', 32)));
        Assert.Contains("Maya Okafor goes on with the steps", thomas.Text, StringComparison.Ordinal);
        Assert.Single(await _bot.TimelineAsync(await _bot.OnlyCaseAsync()), a => a.Action == AuditAction.StepsTaken);
    }

    [Fact]
    public async Task Two_people_say_that_it_is_done_the_second_one_in_the_console_and_never_the_first_again()
    {
        using var thomas = await ToTheStepAsync();
        await thomas.PressAsync("Done");
        Assert.Contains("Two different people must say that this is done.", thomas.Now, StringComparison.Ordinal);
        await thomas.PressAsync("Done");
        Assert.Contains("A second person must say that it is done", thomas.Said, StringComparison.Ordinal);
        Assert.False(thomas.Has("Myself: later, or in another place"));
        await thomas.PressAsync("Done");
        Assert.Contains("You have already said that this is done", thomas.Said, StringComparison.Ordinal);
        await thomas.PressAsync("Maya Okafor");

        using var maya = await Desk.SitDownAsync(_at, Counselor);
        Assert.Contains("A second person must agree", maya.Text, StringComparison.Ordinal);
        await maya.PressAsync("Go on with it");
        Assert.Contains("Thomas Lindqvist has said that this is done.", maya.Now, StringComparison.Ordinal);
        await maya.PressAsync("Done");
        Assert.Contains("That is all of it.", maya.Said, StringComparison.Ordinal);
        Assert.Contains("These steps are over", maya.Text, StringComparison.Ordinal);
        Assert.Single(await _bot.TimelineAsync(await _bot.OnlyCaseAsync()), a => a.Action == AuditAction.StepConfirmed && a.Actor == Actor.Staff(Counselor));
    }

    [Fact]
    public async Task Not_possible_asks_for_its_reason_beside_it()
    {
        using var thomas = await ToTheStepAsync();
        await thomas.PressAsync("Not possible");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thomas.Status);
        Assert.Contains("Please tell me why", thomas.Page.QuerySelector("#walk-reason-error")!.TextContent, StringComparison.Ordinal);
        await thomas.PressAsync("Not possible", ("w-reason", "the student has gone home"));
        Assert.Contains("Lock the file", thomas.Now, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_kept_out_sees_nothing_of_it_and_nobody_begins_what_is_not_theirs()
    {
        using var thomas = await ToTheStepAsync();
        await thomas.PressAsync("Hand over");
        await thomas.PressAsync("Maya Okafor");
        var now = await _bot.OnlyCaseAsync();
        await _bot.CommitAsync(now, CaseEngine.Exclude(now, Counselor, _bot.Moment(now, Principal)));
        foreach (var person in new[] { Counselor, OfAnotherSchool })
        {
            using var desk = await Desk.SitDownAsync(_at, person);
            Assert.Contains("No steps wait for you right now.", desk.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(now.Number, desk.Text, StringComparison.Ordinal);
            await desk.PostAsync("/console/steps/take", ("case", now.Number), ("place", "1"), ("key", new string('d', 32)));
            Assert.Equal(HttpStatusCode.Conflict, desk.Status);
            Assert.Contains($"No steps of case {now.Number} wait for you.", desk.Text, StringComparison.Ordinal);
        }

        using var nurse = await Desk.SitDownAsync(_at, "kim-soto");
        Assert.DoesNotContain("Small steps", nurse.Text, StringComparison.Ordinal);
        foreach (var protocol in new[] { "small-steps", "bullying-report", "no-such" })
        {
            await nurse.PostAsync("/console/steps/begin", ("protocol", protocol), ("place", "1"), ("key", new string('e', 32)));
            Assert.Equal(HttpStatusCode.Conflict, nurse.Status);
        }

        Assert.Equal("/console/steps", (await nurse.GoAsync("/console/steps/at/1")).Path);
        Assert.True(Assert.Single((await _bot.OnlyCaseAsync()).Steps).Wait);
    }

    [Fact]
    public async Task Words_of_danger_get_help_first_and_what_was_written_is_kept_for_its_question()
    {
        using var thomas = await BegunAsync(Principal);
        await thomas.PressAsync("Send and go on", ("f-school", "riverbend-high"), ("w-words", "one of my students wrote that she wants to kill herself"));
        Assert.Contains("call or text 988", thomas.Said, StringComparison.Ordinal);
        Assert.Contains("A student may be thinking about suicide", thomas.Text, StringComparison.Ordinal);
        Assert.Contains("Goes on afterwards: Small steps", thomas.Now, StringComparison.Ordinal);
        await thomas.PressAsync("Stop");
        Assert.Contains("Stay with the student", thomas.Now, StringComparison.Ordinal);
        Assert.Contains("I kept what you wrote", thomas.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_moves_it_on_as_in_any_channel_and_the_page_shows_where_it_stands()
    {
        using var thomas = await BegunAsync(Principal);
        var before = thomas.Page;
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(61));
        // A sign-in ends sooner than that.
        using var again = await Desk.SitDownAsync(_at, Principal);
        await RealBot.SettledAsync(async () => (await again.GoAsync("/console/steps/at/1")).Now.Contains("Stay with the student", StringComparison.Ordinal), "the silence is noticed");
        await _bot.OnlyCaseAsync();
        await again.PressAsync(before, "Send and go on", ("w-words", Canary), ("form-token", again.Token));
        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains(Canary, again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_chooses_Spanish_is_led_in_Spanish_where_there_is_any()
    {
        using var thomas = await ToTheStepAsync();
        await thomas.PressAsync("Español");
        Assert.True(thomas.Has("Hecho"));
        await thomas.PressAsync("Pasar a otra persona");
        Assert.Contains("¿Quién sigue con estos pasos?", thomas.Said, StringComparison.Ordinal);
        Assert.Equal("es", thomas.Page.QuerySelector("#said")!.GetAttribute("lang"));
    }

    private async Task<Desk> BegunAsync(string person)
    {
        var desk = await Desk.SitDownAsync(_at, person);
        await desk.BeginAsync("Small steps");
        Assert.Contains("Which school?", desk.Now, StringComparison.Ordinal);
        return desk;
    }

    private async Task<Desk> ToTheStepAsync()
    {
        var desk = await BegunAsync(Principal);
        await desk.PressAsync("Send and go on", ("f-school", "riverbend-high"), ("w-words", Canary));
        Assert.Contains("Stay with the student", desk.Now, StringComparison.Ordinal);
        return desk;
    }
}
