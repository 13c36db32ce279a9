namespace SupportBot.Protocols;

/// <summary>
/// Which answers have certainly been given when a step is reached, whatever way was taken. A step's answers are what all ways
/// into it have in common; silence gives none.
/// </summary>
internal sealed class AskedAnswers
{
    private readonly Dictionary<string, HashSet<Given>> _before = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _something = new(StringComparer.Ordinal);

    public AskedAnswers(ProtocolGraph graph)
    {
        foreach (var entry in graph.Entries)
        {
            _before[entry.Id] = [];
            _something[entry.Id] = false;
        }
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var way in graph.Ways)
                changed |= Walk(way);
        }
    }

    public bool CertainBefore(Step step, string name, IReadOnlyList<Condition> guards) =>
        !_before.TryGetValue(step.Id, out var before) || Certain(before, name, guards);

    public bool CertainAfter(Step step, string name, IReadOnlyList<Condition> guards) =>
        CertainBefore(step, name, guards) || Certain(GivenBy(step), name, guards);

    /// <summary>True when on every way to the step at least one question was answered.</summary>
    public bool SomethingBefore(Step step) => _something.GetValueOrDefault(step.Id, true);

    /// <summary>What an <c>and</c> joins.</summary>
    public static IEnumerable<Condition> Parts(Condition condition) =>
        condition is Both both ? Parts(both.Left).Concat(Parts(both.Right)) : [condition];

    private bool Walk(Way way)
    {
        if (!_before.TryGetValue(way.From.Id, out var before))
            return false;
        var answered = way.Kind == WayKind.Answered;
        HashSet<Given> brought = answered ? [.. before, .. GivenBy(way.From)] : before;
        var something = _something[way.From.Id] || (answered && way.From is QuestionStep);
        if (!_before.TryGetValue(way.To, out var there))
        {
            _before[way.To] = [.. brought];
            _something[way.To] = something;
            return true;
        }
        var count = there.Count;
        there.IntersectWith(brought);
        var less = _something[way.To] && !something;
        _something[way.To] &= something;
        return there.Count < count || less;
    }

    private static bool Certain(HashSet<Given> given, string name, IReadOnlyList<Condition> guards) =>
        given.Any(g => g.Name == name && (g.When is null || Parts(g.When).All(guards.Contains)));

    private static HashSet<Given> GivenBy(Step step) => step switch
    {
        QuestionStep question => [.. question.Fields.Where(f => f.Required).Select(f => new Given(f.Name, f.When))],
        DoStep task => [new(task.Answer, null)],
        _ => [],
    };

    /// <param name="When">asked only when this holds; a condition that tests it must test this too</param>
    private sealed record Given(string Name, Condition? When);
}
