using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>
/// Reads what is open in a conversation as data, for channels that draw a page and send no message. Changes nothing: whatever a person does goes through
/// <see cref="TurnPipeline"/> as in any other channel.
/// </summary>
public sealed class PageTalks(DialogContent content, ITurnStore store, TimeProvider time)
{
    private readonly AnswerInWords _inWords = new(content);
    private readonly StaffMenu _menu = new(content);

    private Phrases Phrases => content.Phrases;

    /// <param name="key">Of a conversation that rests under the server's key.</param>
    /// <exception cref="StoreUnavailableException">The database does not answer.</exception>
    public async Task<PageTalk> LookAsync(ConversationKey key, CancellationToken cancel)
    {
        var conversation = await store.LoadAsync(key, Lockbox.Server, cancel);
        var talk = Talk.Read(conversation?.State ?? default);
        Phrasebook.Speak(talk.Language);
        var (stack, revision) = (talk.ToDialogState().DialogStack, conversation?.Revision ?? 0);
        var run = stack is [var top, ..] && ProtocolDialog.ProtocolOf(top) is not null ? RunOf(new RunState(top), talk, stack) : null;
        return new PageTalk(revision, talk.Language, [.. talk.Lines.Select(l => new PageLine(l.Text, l.Turn == revision, l.Turn == talk.Lines[^1].Turn))], run) { Taken = talk.Used };
    }

    /// <summary>What a person of staff may begin: id and title, by title.</summary>
    /// <param name="language">BCP 47; null for English.</param>
    public IReadOnlyList<(string Id, string Title)> MayBegin(string personId, string? language)
    {
        Phrasebook.Speak(content.Phrasebook.Known(language));
        return [.. _menu.Of(personId, time.GetUtcNow()).Select(p => (p.Id, content.TitleOf(p)))];
    }

    private PageRun RunOf(RunState state, Talk talk, IReadOnlyList<DialogInstance> stack)
    {
        var run = state.Run;
        var library = content.Protocols.On(content.District.CalendarOf(null).Today(time.GetUtcNow()));
        var question = ProtocolEngine.Open(run, library) is { } open ? ProtocolDialog.Marked(content.Spoken(open), run) : null;
        var step = content.Protocols.Get(run.Top.Key)?.Find(run.Top.StepId) as DoStep;
        var @case = talk.Cases.FirstOrDefault(c => c.Key.StartsWith(run.RunId, StringComparison.Ordinal)).Value;
        var answers = (question?.SoFar ?? []).Select(a => (a.Field, Words: _inWords.Of(a.Field, a.Value))).ToList();
        return new PageRun(TitleOf(state), question)
        {
            CaseNumber = @case?.Number,
            SchoolId = CaseRaising.SchoolOf(run) ?? "",
            Due = step is null ? null : state.Due,
            GoesOnAt = state.Timer?.Due,
            Role = step is null ? "" : content.TitleOfRole(step.Role),
            TakesTwo = step is { TwoPerson: true },
            SaidDoneBy = step is { TwoPerson: true } && run.Top.ConfirmedBy is { } first ? content.District.Person(first)?.Name ?? Phrases["staff.left"] : null,
            CanPass = question is not null && @case is not null && run.Frames.Any(f => content.Protocols.Get(f.Key)?.Case is not null),
            CanChange = question is { IsReview: false, Verb: not "do" } && run.Top.Given.Any(g => !g.IsSent),
            Filled = question is null ? new Dictionary<string, PersonText>() : Filled(question, state.FirstWords),
            Answers = [.. answers.Where(a => a.Words is not null).Select(a => new PageAnswer(a.Field.Name, a.Field.Label, new PersonText(a.Words!)))],
            Skipped = answers.Count(a => a.Words is null),
            Buttons = [.. talk.Offered.Where(o => o.Value.GetValueOrDefault("t") == question?.Token).Select(o => new PageButton(o.Key, o.Value))],
            Beneath = [.. stack.Skip(1).Where(d => ProtocolDialog.ProtocolOf(d) is not null).Select(d => TitleOf(new RunState(d)))],
        };
    }

    private string TitleOf(RunState state) => content.Protocols.Get(state.Run.Key) is { } protocol ? content.TitleOf(protocol) : state.ProtocolId;

    private static Dictionary<string, PersonText> Filled(Question question, string? first) =>
        question.Fields.Select(f => (f.Name, Value: QuestionCards.ValueOf(question, f, question.Fields.Any(ProtocolDialog.TakesFirstWords) ? first : null)))
            .Where(f => f.Value is not null).ToDictionary(f => f.Name, f => new PersonText(f.Value!));
}
