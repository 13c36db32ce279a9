using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class TurnContext
{
    /// <summary>Replaces what was sent under the activity's id.</summary>
    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(UpdateActivityAsync));
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = ((Activity)activity).ApplyConversationReference(Activity.GetConversationReference());
        return UpdateFrom(0, addressed, cancellationToken);
    }

    /// <param name="activityId">Id of something that was sent in this conversation.</param>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(DeleteActivityAsync));
        if (string.IsNullOrWhiteSpace(activityId))
            throw new ArgumentNullException(nameof(activityId));
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteFrom(0, reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(DeleteActivityAsync));
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFrom(0, conversationReference, cancellationToken);
    }

    private Task<ResourceResponse> UpdateFrom(int index, Activity activity, CancellationToken cancellationToken) =>
        index == (_onUpdate?.Count ?? 0)
            ? Adapter.UpdateActivityAsync(this, activity, cancellationToken)
            : _onUpdate[index](this, activity, () => UpdateFrom(index + 1, activity, cancellationToken));

    private Task DeleteFrom(int index, ConversationReference reference, CancellationToken cancellationToken) =>
        index == (_onDelete?.Count ?? 0)
            ? Adapter.DeleteActivityAsync(this, reference, cancellationToken)
            : _onDelete[index](this, reference, () => DeleteFrom(index + 1, reference, cancellationToken));
}
