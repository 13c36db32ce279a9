using System.Globalization;

namespace SupportBot.Protocols;

/// <summary>A protocol's steps and the ways between them.</summary>
internal sealed class ProtocolGraph
{
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly ILookup<string, Way> _from;

    public ProtocolGraph(Protocol protocol)
    {
        Protocol = protocol;
        foreach (var step in protocol.Steps)
            _steps.TryAdd(step.Id, step);
        All = [.. protocol.Steps.SelectMany(WaysOf)];
        Ways = [.. All.Where(w => _steps.ContainsKey(w.To))];
        _from = Ways.ToLookup(w => w.From.Id);
    }

    public Protocol Protocol { get; }

    /// <summary>Every way, also those to steps that do not exist.</summary>
    public IReadOnlyList<Way> All { get; }

    /// <summary>Ways whose target exists.</summary>
    public IReadOnlyList<Way> Ways { get; }

    public IEnumerable<Way> From(string stepId) => _from[stepId];

    public Step? Find(string stepId) => _steps.GetValueOrDefault(stepId);

    /// <summary>Where a walk may begin: the first step, and the fallback, which a recall leads to from anywhere.</summary>
    public IEnumerable<Step> Entries => new[] { Protocol.First, Find(Protocol.Fallback) }.OfType<Step>().Distinct();

    /// <summary>Ways whose being walked the stories must show: every answer and silence, and every fork.</summary>
    public IEnumerable<Way> Arms => Ways.Where(w => w.From.Waits || w.From.Next.Count > 1);

    /// <summary>The first path from a step to a step of interest that does not pass a stop; null when there is none.</summary>
    public IReadOnlyList<Step>? Path(Step start, Func<Step, bool> wanted, Func<Step, bool> stops)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Id };
        var open = new Queue<List<Step>>([[start]]);
        while (open.TryDequeue(out var path))
        {
            if (stops(path[^1]))
                continue;
            if (wanted(path[^1]))
                return path;
            foreach (var way in From(path[^1].Id))
                if (seen.Add(way.To))
                    open.Enqueue([.. path, Find(way.To)!]);
        }
        return null;
    }

    /// <summary>A round trip along ways of some kinds only; null when there is none.</summary>
    public IReadOnlyList<Step>? Loop(Func<Way, bool> along)
    {
        foreach (var step in Protocol.Steps)
            foreach (var first in From(step.Id).Where(along))
            {
                var back = PathAlong(Find(first.To)!, step, along);
                if (back is not null)
                    return [step, .. back];
            }
        return null;
    }

    private List<Step>? PathAlong(Step start, Step goal, Func<Way, bool> along)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { start.Id };
        var open = new Queue<List<Step>>([[start]]);
        while (open.TryDequeue(out var path))
        {
            if (path[^1].Id == goal.Id)
                return path;
            foreach (var way in From(path[^1].Id).Where(along))
                if (seen.Add(way.To))
                    open.Enqueue([.. path, Find(way.To)!]);
        }
        return null;
    }

    private static IEnumerable<Way> WaysOf(Step step)
    {
        var kind = step switch { WaitStep => WayKind.WokenUp, { Waits: true } => WayKind.Answered, _ => WayKind.On };
        for (var i = 0; i < step.Next.Count; i++)
            yield return new(step, step.Next[i].Go, kind, i.ToString(CultureInfo.InvariantCulture), step.Next[i].When, step.Next[i].Place);
        if (step.Silence is not { } timeout)
            yield break;
        yield return new(step, timeout.Go, timeout.AtMost is null ? WayKind.Silent : WayKind.SilentAtMost, "silence", null, timeout.Place);
        if (timeout.Then is { } then)
            yield return new(step, then, WayKind.SilentThen, "then", null, timeout.Place);
    }
}
