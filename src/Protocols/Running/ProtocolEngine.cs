namespace SupportBot.Protocols;

/// <summary>Walks protocols. Pure: the same run and input give the same sprint.</summary>
public static class ProtocolEngine
{
    /// <summary>Walks from the first step to the first wait, or to the end.</summary>
    /// <exception cref="InvalidOperationException">1,000 steps without a wait, or 8 protocols inside each other: the checker let a bad protocol through</exception>
    public static Sprint Start(Protocol protocol, RunStart start, ILibrary library)
    {
        var run = new ProtocolRun { RunId = start.RunId, Today = start.Today, Frames = [], Known = start.Known };
        var walk = new Walk(run, library);
        walk.Enter(protocol);
        walk.Go(protocol.First.Id);
        return walk.Done();
    }

    /// <summary>Takes one input and walks to the next wait, or to the end. What cannot be taken is refused and changes nothing.</summary>
    /// <exception cref="InvalidOperationException">as for <see cref="Start"/>; or the library has not the content the run is pinned to</exception>
    public static Sprint Resume(ProtocolRun run, ProtocolInput input, ILibrary library)
    {
        if (run.IsEnded)
            return new(run, [], new InputRefusal.Ended());
        var walk = new Walk(run with { Inputs = run.Inputs + 1 }, library);
        return walk.Take(input) is { } refusal ? new(run, [], refusal) : walk.Done();
    }

    /// <summary>The open question, to put it again; null when none is open (a hand-off, a wait, the end).</summary>
    public static Question? Open(ProtocolRun run, ILibrary library) => new Walk(run, library).OpenQuestion();
}
