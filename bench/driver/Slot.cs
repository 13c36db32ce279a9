namespace SupportBot.Bench;

/// <summary>Waits for the replies of one worker's conversation.</summary>
internal sealed class Slot
{
    private TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _pending;
    private int _extra;

    public Task Done => _done.Task;

    /// <summary>Replies that nobody waited for.</summary>
    public int Extra => _extra;

    public void Arm(int replies)
    {
        _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _pending, replies);
    }

    public void Signal()
    {
        var left = Interlocked.Decrement(ref _pending);
        if (left == 0)
            _done.TrySetResult();
        else if (left < 0)
            Interlocked.Increment(ref _extra);
    }
}
