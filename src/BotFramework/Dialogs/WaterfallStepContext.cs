namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a waterfall step knows: the dialog context, and where in the waterfall it stands.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private readonly DialogContext _dc;
    private bool _nextCalled;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values, int index, DialogReason reason, object result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        Parent = dc.Parent;
        _waterfall = waterfall;
        _dc = dc;
        (Options, Values, Index, Reason, Result) = (options, values, index, reason, result);
    }

    /// <summary>Number of the step, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall was begun with.</summary>
    public object Options { get; }

    public DialogReason Reason { get; }

    /// <summary>The answer to what the step before asked, or what it passed on.</summary>
    public object Result { get; }

    /// <summary>What the steps keep for one another until the waterfall ends.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step in this turn. Once per step.</summary>
    /// <exception cref="InvalidOperationException">It was already called.</exception>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.NotAToken(result, nameof(result));
        if (_nextCalled)
            throw new InvalidOperationException($"NextAsync was already called in step {Index} of '{_waterfall.Id}'.");
        _nextCalled = true;
        return _waterfall.ResumeDialogAsync(_dc, DialogReason.NextCalled, result, cancellationToken);
    }
}
