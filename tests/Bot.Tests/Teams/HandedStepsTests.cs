using System.Text.Json.Nodes;
using SupportBot.Cases;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.Teams;

/// <summary>
/// Steps that one member of staff begins in Teams and another goes on with: by a card or in words, on another day, after the program was started anew.
/// The protocol is a district's own, laid over the built-in ones.
/// </summary>
public sealed class HandedStepsTests : IAsyncLifetime
{
    internal const string Canary = "zebra-in-the-hallway";
    internal const string Protocol = """
        format: 1
        id: small-steps
        version: 1
        title: "Small steps"
        status: active
        effective: { from: "2026-09-01" }
        approved: { on: "2026-08-20", by: principal }
        review: { last: "2026-08-20", due: "2027-08-20" }
        owner: principal
        starts-on: ["route:small-steps"]
        severity: standard
        language: en
        fallback: tell
        anonymous: never
        may-start: [principal, counselor]
        steps:
          - id: where
            form: where
            fields:
              school: { type: school, label: "Which school?", required: true }
              words: { type: text, label: "What happened?", required: true, max: 500 }
            timeout: { after: 1 hour, go: tell }
          - id: tell
            alert: principal
            severity: standard
            card: new-case
            acknowledge: 1 school-day
            escalate: [{ to: district-lead }]
          - id: stay
            do: "Stay with the student"
            role: counselor
            due: 30 minutes
          - id: two
            do: "Lock the file"
            role: counselor
            due: 1 hour
            confirm: two-person
          - id: over
            say: "That is all of it."
          - id: ended
            end: done
        case:
          kind: small-steps
          title: "Small steps"
          sees: [principal]
          never-sees: people-named-in-the-report
          states:
            - { id: open, title: "Open", next: [closed] }
            - { id: closed, title: "Closed", end: true, next: [open] }
          outcomes: { done: "Done" }

        """;

    private readonly DirectoryInfo _district = System.IO.Directory.CreateTempSubdirectory("supportbot-district-");
    private RealBot _bot = null!;
    private FakeConnector _connector = null!;
    private Staff _thomas = null!, _maya = null!, _grace = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = _district.CreateSubdirectory("protocols").CreateSubdirectory("small-steps");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "1.yaml"), Protocol);
        _bot = await RealBot.BuildAsync(settings: ("Content:Path", _district.FullName));
        _connector = await FakeConnector.StartAsync();
        (_thomas, _maya, _grace) = (new Staff(_bot, _connector, "thomas-lindqvist"), new Staff(_bot, _connector, "maya-okafor"), new Staff(_bot, _connector, "grace-whitefeather"));
        foreach (var person in new[] { _thomas, _maya, _grace }) await person.OpenChatAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _connector.DisposeAsync();
        await _bot.DisposeAsync();
        _district.Delete(recursive: true);
    }

    [Fact]
    public async Task Another_person_goes_on_by_the_card_on_another_day_after_a_restart_with_every_answer_there_and_no_word_of_it_on_the_way()
    {
        await ToTheStepAsync();
        var @case = await HandOverAsync("Maya Okafor");
        Assert.Contains("I gave the steps", _connector.Texts(_thomas.Conversation), StringComparison.Ordinal);
        await _bot.WorkAsync();
        await _bot.RestartAsync();
        await _bot.WorkAfterAsync(TimeSpan.FromHours(20));

        var card = Waiting(_maya)[^1];
        Assert.Contains(@case.Number, card.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Thomas Lindqvist", card.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_connector.Calls, c => c.Path.Contains(_maya.Conversation, StringComparison.Ordinal) && c.Body.Contains(Canary, StringComparison.Ordinal));
        var (status, body) = await _maya.PressAsync(card, "Go on with it");

        Assert.Equal(200, status);
        Assert.Contains("You go on with these steps", body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Stay with the student", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        await _maya.SayAsync("done");
        Assert.Contains("Lock the file", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        var timeline = await _bot.TimelineAsync(@case);
        Assert.Contains(timeline, a => a is { Action: AuditAction.StepsHandedOver, Subject: "maya-okafor" } && a.Actor == Actor.Staff("thomas-lindqvist"));
        Assert.Contains(timeline, a => a.Action == AuditAction.StepsTaken && a.Actor == Actor.Staff("maya-okafor"));
        Assert.All(_bot.Logged.Written, l => Assert.DoesNotContain(Canary, l, StringComparison.Ordinal));
        foreach (var file in _bot.Files()) Assert.DoesNotContain(Canary, System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_listed_for_whoever_may_go_on_and_taken_by_typing()
    {
        await ToTheStepAsync();
        var @case = await HandOverAsync("Maya Okafor");
        await _maya.SayAsync("my steps");
        Assert.Contains($"{@case.Number}: Small steps, from Thomas Lindqvist", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _grace.SayAsync("my steps");
        Assert.Contains("No steps wait for you right now", _connector.Texts(_grace.Conversation), StringComparison.Ordinal);
        await _maya.SayAsync($"go on with {@case.Number.ToLowerInvariant()}");
        Assert.Contains("Stay with the student", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("maya-okafor", Assert.Single((await _bot.OnlyCaseAsync()).Steps).Taken?.PersonId);
    }

    [Fact]
    public async Task Ten_presses_of_two_people_at_once_have_one_winner_and_the_other_hears_who_has_them()
    {
        await ToTheStepAsync();
        await HandOverAsync("Maya Okafor");
        await _bot.WorkAsync();
        var card = Waiting(_maya)[^1];
        var number = (await _bot.OnlyCaseAsync()).Number;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => i % 2 == 0 ? _maya.PressAsync(card, "Go on with it") : _thomas.SayAsync($"go on with {number}"))));

        var timeline = await _bot.TimelineAsync(await _bot.OnlyCaseAsync());
        var winner = Assert.Single(timeline, a => a.Action == AuditAction.StepsTaken).Actor;
        var (won, lost) = winner == Actor.Staff("maya-okafor") ? ("Maya Okafor", _thomas) : ("Thomas Lindqvist", _maya);
        Assert.Contains($"{won} goes on with the steps", _connector.Texts(lost.Conversation), StringComparison.Ordinal);
        // Everybody's card then shows who has them.
        await _bot.WorkAsync();
        Assert.Contains(won, _connector.Alerts(_maya.Conversation, "PUT")[^1].ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_kept_out_and_nobody_with_another_persons_card_takes_them()
    {
        await ToTheStepAsync();
        var @case = await HandOverAsync("Maya Okafor");
        await _bot.WorkAsync();
        var card = Waiting(_maya)[^1];
        Assert.Contains("somebody else", (await _grace.PressAsync(card, "Go on with it")).Body!.ToJsonString(), StringComparison.Ordinal);
        var now = await _bot.OnlyCaseAsync();
        await _bot.CommitAsync(now, CaseEngine.Exclude(now, "maya-okafor", _bot.Moment(now, "thomas-lindqvist")));

        Assert.Contains("There is nothing here for you", (await _maya.PressAsync(card, "Go on with it")).Body!.ToJsonString(), StringComparison.Ordinal);
        await _maya.SayAsync($"go on with {@case.Number}");
        await _grace.SayAsync($"go on with {@case.Number}");
        Assert.Contains("No steps of case", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        Assert.Contains("No steps of case", _connector.Texts(_grace.Conversation), StringComparison.Ordinal);
        Assert.True(Assert.Single((await _bot.OnlyCaseAsync()).Steps).Wait);
        Assert.Contains(await _bot.TimelineAsync(@case), a => a is { Action: AuditAction.ActionRefused, Subject: "not-seen" });
    }

    [Fact]
    public async Task What_takes_two_is_confirmed_by_a_second_person_and_never_by_the_first_in_any_chat()
    {
        await ToTheStepAsync();
        await _thomas.SayAsync("done");
        await _thomas.SayAsync("done");
        Assert.Contains("A second person must say that it is done", _connector.Texts(_thomas.Conversation), StringComparison.Ordinal);
        await _thomas.SayAsync("Maya Okafor");
        var @case = await _bot.OnlyCaseAsync();
        await _bot.WorkAsync();
        Assert.Contains("A second person must agree", Waiting(_maya)[^1].ToJsonString(), StringComparison.Ordinal);

        // Taken back by whoever said so first, it is still not confirmed.
        await _thomas.SayAsync($"go on with {@case.Number}");
        await _thomas.SayAsync("done");
        Assert.DoesNotContain("That is all of it", _connector.Texts(_thomas.Conversation), StringComparison.Ordinal);
        await _thomas.SayAsync("Maya Okafor");
        await _bot.WorkAsync();
        await _maya.PressAsync(Waiting(_maya)[^1], "Go on with it");
        Assert.Contains("Thomas Lindqvist has said that this is done", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _maya.SayAsync("done");
        Assert.Contains("That is all of it", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        Assert.Single(await _bot.TimelineAsync(@case), a => a.Action == AuditAction.StepConfirmed && a.Actor == Actor.Staff("maya-okafor"));
    }

    [Fact]
    public async Task Steps_that_nobody_takes_are_due_as_before_and_the_role_is_told_until_a_person_ends_it()
    {
        await ToTheStepAsync();
        var @case = await HandOverAsync("Maya Okafor");
        await _bot.WorkAsync();
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(29));
        Assert.DoesNotContain(await _bot.TimelineAsync(@case), a => a.Action == AuditAction.StepsOverdue);
        await _bot.WorkAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(await _bot.TimelineAsync(@case), a => a is { Action: AuditAction.StepsOverdue, Subject: "counselor" });
        for (var day = 0; day < 5; day++) await _bot.WorkAfterAsync(TimeSpan.FromDays(1));
        var told = (await _bot.TimelineAsync(@case)).Count(a => a.Action == AuditAction.StepsOverdue);
        Assert.True(told > 2);

        await _maya.SayAsync($"go on with {@case.Number}");
        for (var day = 0; day < 5; day++) await _bot.WorkAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(told, (await _bot.TimelineAsync(@case)).Count(a => a.Action == AuditAction.StepsOverdue));
    }

    [Fact]
    public async Task A_button_works_once_and_an_older_card_does_nothing()
    {
        await ToTheStepAsync();
        await HandOverAsync("Maya Okafor");
        await _bot.WorkAsync();
        var card = Waiting(_maya)[^1];
        await _maya.PressAsync(card, "Go on with it");
        await _maya.SayAsync("hand over");
        await _maya.SayAsync("Whoever is on duty: School counselor");
        await _maya.PressAsync(card, "Go on with it");
        Assert.True(Assert.Single((await _bot.OnlyCaseAsync()).Steps).Wait);
    }

    [Fact]
    public async Task Staff_begin_what_they_may_by_its_title_and_read_who_may_begin_the_rest()
    {
        await _maya.SayAsync("what can I do");
        Assert.Contains("Small steps", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        var nurse = _bot.Get<Directory.District>().People.First(p => !p.Holds("principal") && !p.Holds("counselor"));
        var other = new Staff(_bot, _connector, nurse.Id);
        await other.OpenChatAsync();
        await other.SayAsync("small steps");
        Assert.Contains("Those steps are begun by:", _connector.Texts(other.Conversation), StringComparison.Ordinal);
        Assert.DoesNotContain("What happened?", string.Concat(_connector.Cards(other.Conversation).Select(c => c.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_speaks_Spanish_with_the_program_presses_and_types_the_answers_to_a_step_in_Spanish()
    {
        await _maya.SayAsync("Español");
        await ToTheStepAsync();
        var @case = await HandOverAsync("Maya Okafor");
        await _bot.WorkAsync();
        Assert.Contains("Tiene pasos pendientes", Texts(Waiting(_maya)[^1]));
        await _maya.SayAsync("mis pasos");
        Assert.Contains($"{@case.Number}: Small steps, de Thomas Lindqvist, ahora mismo", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _maya.PressAsync(Waiting(_maya)[^1], "Seguir con estos pasos");
        var step = Texts(_maya.Card);
        Assert.Contains("Por hacer", step);
        Assert.Contains("Consejería escolar", step);
        Assert.Contains("No se puede", step);

        await _maya.SayAsync("hecho");
        Assert.Contains("Lock the file", _maya.Card.ToJsonString(), StringComparison.Ordinal);
        await _maya.SayAsync("pasar a otra persona");
        Assert.Contains("¿Quién sigue con estos pasos?", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
        await _maya.SayAsync("Quien esté de guardia: Consejería escolar");
        await _maya.SayAsync($"seguir con el caso {@case.Number}");
        Assert.Contains($"Usted sigue con los pasos del caso {@case.Number}", _connector.Texts(_maya.Conversation), StringComparison.Ordinal);
    }

    private static List<string> Texts(JsonNode node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonObject members => [.. members.Where(m => m.Value is not null).SelectMany(m => Texts(m.Value!))],
        JsonArray all => [.. all.Where(n => n is not null).SelectMany(n => Texts(n!))],
        _ => [],
    };

    private IReadOnlyList<JsonNode> Waiting(Staff person) => [.. _connector.Alerts(person.Conversation).Where(c => c.ToJsonString().Contains("case.go-on", StringComparison.Ordinal))];

    private async Task ToTheStepAsync()
    {
        await _thomas.SayAsync("start small steps");
        await _thomas.FillAsync(_thomas.Card, "Send", ("f.school", "riverbend-high"), ("f.words", Canary));
        Assert.Contains("Stay with the student", _thomas.Card.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<Case> HandOverAsync(string to)
    {
        await _thomas.PressAsync("Hand over");
        await _thomas.SayAsync(to);
        return await _bot.OnlyCaseAsync();
    }
}
