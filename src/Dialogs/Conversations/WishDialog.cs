using Microsoft.Bot.Builder.Dialogs;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>What staff who are known wish for beside protocols: done at once and said. It stays open only for an answer, and gives way to whatever is said of something else.</summary>
internal abstract class WishDialog(string id, DialogContent content) : Dialog(id), ITakesCommands
{
    protected DialogContent Content => content;

    protected Phrases Phrases => content.Phrases;

    /// <summary>Something lay on top and is over.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        TurnWork.Of(dc.Context).Talk.Kept = null;
        await RepeatAsync(dc, cancellationToken);
        return EndOfTurn;
    }

    public abstract Task RepeatAsync(DialogContext dc, CancellationToken cancel);

    public async Task<bool> StopAsync(DialogContext dc, CancellationToken cancel)
    {
        await LeaveAsync(dc, cancel);
        return true;
    }

    public virtual Task<bool> BackAsync(DialogContext dc, CancellationToken cancel) => StopAsync(dc, cancel);

    public Task<bool> ChangeAsync(DialogContext dc, string? subject, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Says that nothing was done, and ends.</summary>
    protected abstract Task<DialogTurnResult> LeaveAsync(DialogContext dc, CancellationToken cancel);

    /// <summary>Says something that ends the dialog.</summary>
    protected async Task<DialogTurnResult> SayAsync(DialogContext dc, string text, CancellationToken cancel)
    {
        await dc.Context.SendActivityAsync(Says.Message(text), cancel);
        return await EndAsync(dc, menu: true, cancel);
    }

    /// <summary>What was said belongs to something else.</summary>
    protected async Task<DialogTurnResult> GiveWayAsync(DialogContext dc, CancellationToken cancel)
    {
        if (dc.Stack.Count > 1) TurnWork.Of(dc.Context).Talk.Kept = dc.Context.Activity.Text;
        var result = await dc.EndDialogAsync(cancellationToken: cancel);
        if (dc.ActiveDialog is null) await new Reception(content).AnswerAsync(dc, cancel);
        return result;
    }

    /// <param name="menu">True where whoever has nothing else open is shown what they can do next.</param>
    protected async Task<DialogTurnResult> EndAsync(DialogContext dc, bool menu, CancellationToken cancel)
    {
        var result = await dc.EndDialogAsync(cancellationToken: cancel);
        if (menu && dc.ActiveDialog is null) await new Reception(content).MenuAsync(dc, Phrases["menu.again"], cancel);
        return result;
    }

    /// <summary>Id of whoever is speaking, as the directory knows them now; null for somebody who is not known.</summary>
    protected string? PersonOf(TurnWork work) => work.Traits.Anonymous ? null : content.District.Person(work.Turn.PersonId)?.Id;

    /// <summary>What of a list a text picks; null where it picks nothing, or more than one.</summary>
    protected static string? Picked(string text, IReadOnlyList<TrainingOption> options)
    {
        // "Restorative practices I" is no beginning of "Restorative practices II".
        var plain = TextNormaliser.Plain(text);
        var whole = plain.Any(char.IsLetter) ? options.Where(o => $" {TextNormaliser.Plain(o.Label)} ".Contains($" {plain} ", StringComparison.Ordinal)).ToList() : [];
        return whole.Count == 1 ? whole[0].Choice : ChoiceText.Match(text, [.. options.Select(o => (o.Choice, o.Label))]);
    }
}
