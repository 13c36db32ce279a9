namespace Microsoft.Bot.Schema;

/// <summary>Buttons under a message that go away once one is pressed.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to is null ? null : new List<string>(to), actions is null ? null : new List<CardAction>(actions))
    {
    }

    /// <summary>Ids of those who see the buttons; everybody when empty.</summary>
    public IList<string> To { get; set; }

    public IList<CardAction> Actions { get; set; }
}
