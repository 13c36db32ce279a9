using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class TurnContext
{
    /// <exception cref="ArgumentNullException">The text is blank.</exception>
    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(SendActivityAsync));
        if (string.IsNullOrWhiteSpace(textReplyToSend))
            throw new ArgumentNullException(nameof(textReplyToSend));

        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak))
            message.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint))
            message.InputHint = inputHint;
        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(SendActivityAsync));
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <summary>
    /// Addresses the activities to the conversation of this turn, in place, and sends them in order. Each gets the id that the channel
    /// gave it. Under delivery mode <c>expectReplies</c> they wait in <see cref="BufferedReplyActivities"/> instead.
    /// </summary>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed(nameof(SendActivitiesAsync));
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));

        var reference = Activity.GetConversationReference();
        var addressed = new Activity[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            addressed[i] = ((Activity)activities[i]).ApplyConversationReference(reference);

        return _onSend is { Count: > 0 }
            ? SendFrom(0, [.. addressed], cancellationToken)
            : SendNowAsync(addressed, cancellationToken);
    }

    private Task<ResourceResponse[]> SendFrom(int index, List<Activity> activities, CancellationToken cancellationToken) =>
        index == _onSend.Count
            ? SendNowAsync([.. activities], cancellationToken)
            : _onSend[index](this, activities, () => SendFrom(index + 1, activities, cancellationToken));

    private async Task<ResourceResponse[]> SendNowAsync(Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(activities)
            : await Adapter.SendActivitiesAsync(this, activities, cancellationToken).ConfigureAwait(false);

        for (var i = 0; i < activities.Length; i++)
        {
            if (i < responses?.Length)
                activities[i].Id = responses[i]?.Id;
            Responded |= activities[i].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(Activity[] activities)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            BufferedReplyActivities.Add(activities[i]);
            if (activities[i].Type == ActivityTypesEx.InvokeResponse)
                TurnState.Set<object>(BotAdapter.InvokeResponseKey, activities[i]);
            responses[i] = new ResourceResponse();
        }

        return responses;
    }
}
