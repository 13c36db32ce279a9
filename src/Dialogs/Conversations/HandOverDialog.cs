using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Cases;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// A live hand-over: a person of the school is in the chat, and the program passes lines on both ways (docs/decisions/0012). It lies on top
/// of the protocol that called the person. Each line is words of the case and is told by what its one commit wrote.
/// </summary>
internal sealed partial class HandOverDialog(DialogContent content, ITurnStore store, ICaseCalendars calendars, HandOverTerms terms) : Dialog(DialogId), ITakesCommands
{
    public const string DialogId = "hand-over";

    private readonly HandOverCase _cases = new(content, store, calendars);

    private Phrases Phrases => content.Phrases;

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var start = (HandOverStart)(options ?? throw new ArgumentNullException(nameof(options)));
        var work = TurnWork.Of(dc.Context);
        var state = new HandOverState(dc.ActiveDialog) { CaseId = start.CaseId, Role = start.Role, Gone = work.Now + CommitStep.Lifetime };
        if (await OpenAsync(dc, state, work, start.PersonId, cancellationToken)) return EndOfTurn;
        return await dc.EndDialogAsync(cancellationToken: cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var work = TurnWork.Of(dc.Context);
        var state = new HandOverState(dc.ActiveDialog);
        if (work.Turn.Program is { } program) return await GoOnAloneAsync(dc, state, work, program, cancellationToken);
        if (work.Activity.Type != ActivityTypes.Message) return EndOfTurn;

        state.Gone = work.Now + CommitStep.Lifetime;
        if (ButtonPress.Of(work.Activity) is { } press)
        {
            if (press.Do == ButtonPress.Stop && press.Token == state.RunId) return await StudentLeavesAsync(dc, state, work, cancellationToken);
            work.Over();
            await dc.Context.SendActivityAsync(Says.Message(Phrases["question.closed"]), cancellationToken);
            await RepeatAsync(dc, cancellationToken);
            return EndOfTurn;
        }

        var text = work.Activity.Text;
        if (text is not null && content.Phrasebook.Is("talk.leave", text)) return await StudentLeavesAsync(dc, state, work, cancellationToken);
        await StudentSaysAsync(dc, state, work, text, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Something lay on top and is over.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        TurnWork.Of(dc.Context).Talk.Kept = null;
        await RepeatAsync(dc, cancellationToken);
        return EndOfTurn;
    }

    public async Task RepeatAsync(DialogContext dc, CancellationToken cancel)
    {
        var state = new HandOverState(dc.ActiveDialog);
        await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("talk.still", ("name", NameOf(state.PersonId))), Leave(state)), cancel);
    }

    // A single word such as "stop" may be an answer to the person in the chat: here only the button ends the talk.
    public Task<bool> StopAsync(DialogContext dc, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> BackAsync(DialogContext dc, CancellationToken cancel) => Task.FromResult(false);

    public Task<bool> ChangeAsync(DialogContext dc, string? subject, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>The timer that a commit must keep while a hand-over is open.</summary>
    public static SilenceTimer TimerOf(HandOverState state, HandOverTerms terms) => new(state.RunId, state.Token(terms.Silence), state.Due(terms.Silence));

    private async Task StudentSaysAsync(DialogContext dc, HandOverState state, TurnWork work, string? text, CancellationToken cancel)
    {
        if (work.Activity.Attachments is { Count: > 0 }) await dc.Context.SendActivityAsync(Says.Message(Phrases["talk.picture"], Leave(state)), cancel);
        if (string.IsNullOrWhiteSpace(text)) return;
        if (text.Length > HandOverTerms.LongestLine)
        {
            var most = HandOverTerms.LongestLine.ToString(CultureInfo.InvariantCulture);
            await dc.Context.SendActivityAsync(Says.Message(Phrases.Say("question.too-long", ("count", most)), Leave(state)), cancel);
            return;
        }

        if (await _cases.FindAsync(state.CaseId, work, cancel) is not { } @case) return;
        var line = _cases.Say(@case, state.Id, Actor.Reporter, new PersonText(text), work);
        work.HandOvers.Add(Change(state) with { News = [new HandOverNews(HandOverNewsKind.StudentSaid, line)] });
        state.WaitsSince ??= work.Now;
        state.ForgetShort();
        var signals = IsCry(text) ? [new Signal("self-harm", SignalUrgency.Critical)] : content.Signals.FindAll(text);
        if (signals.Count > 0) _cases.Alarm(work.Changed(@case.Id)!, state, signals, work);
    }

    private bool IsCry(string text) => content.Phrasebook.Is("help.not-safe", text);

    private async Task<bool> OpenAsync(DialogContext dc, HandOverState state, TurnWork work, string personId, CancellationToken cancel)
    {
        if (await _cases.FindAsync(state.CaseId, work, cancel) is not { } @case || content.District.Person(personId) is not { } person) return false;
        var id = Guid.NewGuid();
        if (CaseEngine.JoinTalk(@case, personId, id.ToString("N"), _cases.Moment(@case, Actor.Staff(personId), work)).Step is not { } joined) return false;
        HandOverCase.Take(joined, @case, work);
        (state.Id, state.PersonId, state.Silences) = (id, personId, 0);
        // The counselor's turn begins with joining: whoever joins and says nothing is silent, too.
        state.WaitsSince = work.Now;
        work.HandOvers.Add(Change(state) with { Opens = true, News = [new HandOverNews(HandOverNewsKind.Joined)] });
        var role = person.Posts.Select(p => content.District.Role(p.Role)?.TitleIn(content.Phrases.Language)).FirstOrDefault(t => t is not null) ?? content.District.Role(state.Role)?.TitleIn(content.Phrases.Language) ?? "";
        var name = PlainMarkdown.Quote(person.Name);
        var here = Phrases.Say("talk.here", ("name", name), ("role", role.ToLowerInvariant()));
        await dc.Context.SendActivityAsync(Says.Message(here + "\n\n" + Phrases.Say(terms.Teams ? "talk.where-teams" : "talk.where-console", ("name", name)) + " " + Phrases["talk.private"], Leave(state)), cancel);
        return true;
    }

    private static HandOverCommit Change(HandOverState state) => new(state.Id, state.CaseId, state.PersonId, state.Role);

    private string NameOf(string personId) => content.District.Person(personId) is { } person ? PlainMarkdown.Quote(person.Name) : "";

    private CardAction Leave(HandOverState state) => new ButtonPress(state.RunId, null, null, ButtonPress.Stop).As(Phrases["talk.leave"]);
}
