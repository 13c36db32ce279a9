namespace SupportBot.Protocols;

/// <summary>Collects the differences of one part.</summary>
internal sealed class DifferenceNotes(DifferencePart part)
{
    private readonly List<Difference> _noted = [];

    public IReadOnlyList<Difference> Noted => _noted;

    public void Add(string sentence, string? before = null, string? after = null) => _noted.Add(new(part, sentence, before, after));

    /// <summary>Notes a sentence where two values differ.</summary>
    public void Changed<T>(T before, T after, Func<T, string> words, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(before, after))
            Add($"{what} is now {words(after)}; before: {words(before)}.");
    }

    /// <summary>Notes words of the content that were reworded, added or taken out; null and blank are no words.</summary>
    public void Reworded(string? before, string? after, string what)
    {
        if (string.Equals(before ?? "", after ?? "", StringComparison.Ordinal))
            return;
        Add(string.IsNullOrWhiteSpace(before) ? $"{what} is new." : string.IsNullOrWhiteSpace(after) ? $"{what} was taken out." : $"{what} was reworded.", before, after);
    }

    /// <summary>Notes what a list gained and lost; then, where only that changed, its order.</summary>
    public void Listed(IReadOnlyList<string> before, IReadOnlyList<string> after, Func<string, string> words, string gained, string lost, string? order = null)
    {
        foreach (var item in after.Except(before))
            Add($"{gained} {words(item)}.");
        foreach (var item in before.Except(after))
            Add($"{lost} {words(item)}.");
        if (order is not null && before.Count == after.Count && before.ToHashSet().SetEquals(after) && !before.SequenceEqual(after))
            Add($"{order} is now: {string.Join(", ", after.Select(words))}.");
    }
}
