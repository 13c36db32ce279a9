using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>Step 6 of a turn: effects become replies, case changes and timers, in memory.</summary>
internal sealed partial class ProtocolDialog
{
    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, RunState state, TurnWork work, Sprint sprint, CancellationToken cancel)
    {
        if (sprint.Refused is { } refused)
        {
            await RefusedAsync(dc, refused, cancel);
            await RepeatAsync(dc, cancel);
            return EndOfTurn;
        }

        state.Run = sprint.Run;
        state.Timer = null;
        state.WaitsForCase = null;
        Pin(work, sprint.Run);

        await _cases.CatchUpAsync(sprint.Run, work, sent: sprint.Effects.Any(e => e is RaiseCase or Invite || (e is GiveTask or Finish && !AsksBeforeSending(sprint.Run))), cancel);

        ReceiptCode? receipt = null;
        foreach (var effect in sprint.Effects.Select(_content.Spoken))
        {
            switch (effect)
            {
                case Say say:
                    await SayAsync(dc, work, sprint.Run, say, cancel);
                    break;
                case RaiseCase raise:
                    receipt = await _cases.ApplyAsync(raise, sprint.Run, work, cancel) ?? receipt;
                    break;
                case Ask ask:
                    await GiveReceiptAsync(dc, receipt, cancel);
                    receipt = null;
                    await PutAsync(dc, state, work, Marked(ask.Question, sprint.Run), cancel);
                    break;
                case Invite invite:
                    if (await NobodyCanComeAsync(invite, sprint.Run, work, cancel) is { } sentence)
                    {
                        await GiveReceiptAsync(dc, receipt, cancel);
                        await dc.Context.SendActivityAsync(Says.Message(sentence), cancel);
                        return await TakeAsync(dc, state, work, ProtocolEngine.Resume(sprint.Run, new Silence(invite.Token), Library(work)), cancel);
                    }

                    receipt = await _cases.InviteAsync(invite, sprint.Run, work, cancel) ?? receipt;
                    state.WaitsForCase = _cases.CaseOf(invite.Protocol, sprint.Run, work)?.Id;
                    if (await _cases.TakenByAsync(invite.Protocol, sprint.Run, work, cancel) is { } person)
                    {
                        await GiveReceiptAsync(dc, receipt, cancel);
                        if (LiveHandoff(sprint.Run, work) is { } live) return await HandOverAsync(dc, state, work, live, person, cancel);
                        await dc.Context.SendActivityAsync(Says.Message(Phrases["wait.joined"]), cancel);
                        return await TakeAsync(dc, state, work, ProtocolEngine.Resume(sprint.Run, new Joined(invite.Token, person), Library(work)), cancel);
                    }

                    await dc.Context.SendActivityAsync(Says.Message(invite.Text, new ButtonPress(null, null, null, ButtonPress.Stop).As(Phrases["question.stop"])), cancel);
                    break;
                case GiveTask task:
                    state.Due = _cases.CalendarOf(sprint.Run).Add(work.Now, task.Due);
                    break;
                case StartTimer timer:
                    Watch(state, work, sprint.Run, timer.Token, timer.After);
                    break;
                case Sleep sleep:
                    Watch(state, work, sprint.Run, sleep.Token, sleep.For);
                    break;
                case Tally tally:
                    var month = Today(work).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
                    work.Tallies.AddRange(tally.Marks.Select(m => new TallyMark(tally.Protocol.ToString(), tally.SchoolId, month, m.Question, m.Choice)));
                    break;
                case Finish:
                    await GiveReceiptAsync(dc, receipt, cancel);
                    return await FinishAsync(dc, cancel);
            }
        }

        await GiveReceiptAsync(dc, receipt, cancel);
        return EndOfTurn;
    }

    // Without a summary there is no draft: what is answered once the case is open is for those who work it.
    private bool AsksBeforeSending(ProtocolRun run) => run.Frames.Any(f => _content.Protocols.Get(f.Key)!.Steps.Any(s => s is AskStep { Review: true }));

    private async Task SayAsync(DialogContext dc, TurnWork work, ProtocolRun run, Say say, CancellationToken cancel)
    {
        var numbers = say.Resource switch
        {
            { Id: { } list } => HelpNumbers.Of(_content, list, SchoolOf(dc, run), work.Now),
            { Topic: { } topic } => HelpNumbers.Topic(_content, topic, SchoolOf(dc, run), work.Now),
            _ => "",
        };
        var aside = work.Aside;
        work.Aside = null;
        await dc.Context.SendActivityAsync(Says.Message(string.Join("\n\n", new[] { say.Text, numbers, aside }.Where(part => part is { Length: > 0 }))), cancel);
    }

    private async Task PutAsync(DialogContext dc, RunState state, TurnWork work, Question question, CancellationToken cancel)
    {
        if (work.Aside is { } aside)
        {
            work.Aside = null;
            await dc.Context.SendActivityAsync(Says.Message(aside), cancel);
        }

        // A page draws what is open by itself.
        if (work.Traits.IsPage) return;
        if (work.Traits.Forms)
        {
            await PutCardAsync(dc, state, work, question, IsInWindow(work, question), cancel);
            return;
        }

        if (question.IsReview)
        {
            await dc.Context.SendActivityAsync(_review.For(question), cancel);
            return;
        }

        var first = TakesFirstWords(question.Fields[0]) ? state.FirstWords : null;
        await dc.Context.SendActivityAsync(_questions.For(question, state.Picked, first), cancel);
    }

    private async Task GiveReceiptAsync(DialogContext dc, ReceiptCode? receipt, CancellationToken cancel)
    {
        if (receipt is null) return;
        var message = Says.Message(Phrases.Say("receipt.code", ("code", receipt.Shown)));
        message.ChannelData = new Dictionary<string, object> { ["supportbot"] = new Dictionary<string, object> { ["receipt"] = receipt.Shown } };
        await dc.Context.SendActivityAsync(message, cancel);
    }

    private async Task<DialogTurnResult> FinishAsync(DialogContext dc, CancellationToken cancel)
    {
        var result = await dc.EndDialogAsync(cancellationToken: cancel);
        if (dc.ActiveDialog is null) await new Reception(_content).MenuAsync(dc, Phrases["menu.again"], cancel);
        return result;
    }

    // Only a protocol that may not stall is watched: an abandoned draft of any other simply expires, unread by anybody.
    private void Watch(RunState state, TurnWork work, ProtocolRun run, string token, Span after)
    {
        if (!work.Turn.Lockbox.IsServers && run.Frames.All(f => _content.Protocols.Get(f.Key) is not { Severity: > Severity.Standard })) return;
        state.Timer = new SilenceTimer(run.RunId, token, _cases.CalendarOf(run).Add(work.Now, after));
    }

    private void Pin(TurnWork work, ProtocolRun run)
    {
        foreach (var frame in run.Frames)
            if (_content.Protocols.Get(frame.Key) is { } protocol && work.Pinned.All(p => p.Key != frame.Key.ToString()))
                work.Pinned.Add(new PinnedProtocol(frame.Key.ToString(), protocol.Hash, protocol.CanonicalJson));
    }

    private async Task RefusedAsync(DialogContext dc, InputRefusal refused, CancellationToken cancel)
    {
        var key = refused switch
        {
            InputRefusal.AlreadySent => "question.sent",
            InputRefusal.SamePerson => "step.same-person",
            InputRefusal.NothingBefore => "question.first",
            InputRefusal.NotUnderstood { Reason: AnswerFault.Required } => "question.required",
            InputRefusal.NotUnderstood { Reason: AnswerFault.InTheFuture } => "question.future",
            InputRefusal.NotUnderstood => "question.not-typed",
            _ => "question.closed",
        };
        // On a page it stands beside the field.
        if (refused is InputRefusal.NotUnderstood wrong && TurnWork.Of(dc.Context) is { Traits.IsPage: true } work) work.Faults[wrong.Field] = Phrases[key];
        else await dc.Context.SendActivityAsync(Says.Message(Phrases[key]), cancel);
    }
}
