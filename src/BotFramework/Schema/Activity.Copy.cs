namespace Microsoft.Bot.Schema;

public partial class Activity
{
    /// <summary>
    /// A copy that can be sent, and be given other choices or cards, without a trace on this one. Cards and actions
    /// themselves are shared: nothing in this library changes one.
    /// </summary>
    internal Activity Copy()
    {
        var copy = (Activity)MemberwiseClone();
        copy.Attachments = Attachments == null ? null : [.. Attachments];
        copy.Entities = Entities == null ? null : [.. Entities];
        copy.SuggestedActions = SuggestedActions == null ? null : new SuggestedActions
        {
            To = SuggestedActions.To == null ? null : [.. SuggestedActions.To],
            Actions = SuggestedActions.Actions == null ? null : [.. SuggestedActions.Actions],
        };
        return copy;
    }
}
