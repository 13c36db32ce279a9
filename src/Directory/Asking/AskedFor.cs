namespace SupportBot.Directory;

/// <summary>What the words of a question tell of whom help is for. It ranks one answer and is kept nowhere.</summary>
/// <param name="Who">Null where nobody can tell.</param>
/// <param name="Grades">Of <see cref="Resource.GradeBands"/>; null where the words say nothing of it, or name two.</param>
/// <param name="Places">Areas that are named, each followed by those it lies in; empty where none is.</param>
public sealed record AskedFor(Who? Who, string? Grades, IReadOnlyList<string> Places)
{
    public static AskedFor Nobody { get; } = new(null, null, []);
}
