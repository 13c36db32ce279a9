using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

public partial class TestAdapter
{
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id))
                activity.Id = Guid.NewGuid().ToString("n");
            activity.Timestamp ??= TimeProvider.System.GetUtcNow();

            if (activity.Type == ActivityTypesEx.Delay)
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            else if (activity.Type != ActivityTypes.Trace || EnableTrace)
                Queue(activity);

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    /// <summary>Replaces a queued activity of the same id.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        lock (_lock)
        {
            var replaced = false;
            for (var left = ActiveQueue.Count; left > 0; left--)
            {
                var queued = ActiveQueue.Dequeue();
                var same = queued.Id == activity.Id;
                replaced |= same;
                ActiveQueue.Enqueue(same ? activity : queued);
            }

            return Task.FromResult(replaced ? new ResourceResponse(activity.Id) : new ResourceResponse());
        }
    }

    /// <summary>Takes a queued activity of that id away.</summary>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        lock (_lock)
            for (var left = ActiveQueue.Count; left > 0; left--)
            {
                var queued = ActiveQueue.Dequeue();
                if (queued.Id != reference.ActivityId)
                    ActiveQueue.Enqueue(queued);
            }

        return Task.CompletedTask;
    }

    /// <returns>The oldest reply that nobody has taken, or null.</returns>
    public IActivity GetNextReply()
    {
        lock (_lock)
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>As <see cref="GetNextReply"/>, but waits for one.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the reply that comes later stays in the queue.</exception>
    public Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<IActivity> waiter;
        lock (_lock)
        {
            if (ActiveQueue.TryDequeue(out var reply))
                return Task.FromResult<IActivity>(reply);
            waiter = new TaskCompletionSource<IActivity>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(waiter);
        }

        return WaitAsync(waiter, cancellationToken);
    }

    private static async Task<IActivity> WaitAsync(TaskCompletionSource<IActivity> waiter, CancellationToken cancellationToken)
    {
        await using var registration = cancellationToken.Register(() => waiter.TrySetCanceled(cancellationToken)).ConfigureAwait(false);
        return await waiter.Task.ConfigureAwait(false);
    }

    private void Queue(Activity activity)
    {
        lock (_lock)
        {
            while (_waiting.TryDequeue(out var waiter))
                if (waiter.TrySetResult(activity))
                    return;
            ActiveQueue.Enqueue(activity);
        }
    }
}
