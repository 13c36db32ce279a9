namespace SupportBot.Understanding;

/// <summary>How much a phrase says. Ordered.</summary>
internal enum PhraseStrength
{
    /// <summary>Hides what stands in it.</summary>
    Not,

    Hint,
    Word,
    Phrase,

    /// <summary>Nothing else is said: a greeting.</summary>
    Whole,
}

/// <summary>What a phrase of a topic or a route tells.</summary>
internal interface IPhrase<T>
    where T : IPhrase<T>
{
    PhraseStrength Strength { get; }

    /// <summary>True where this, being a <see cref="PhraseStrength.Not"/>, takes away that.</summary>
    bool Hides(T other);
}

internal static class PhrasesFound
{
    /// <summary>What is left when each <see cref="PhraseStrength.Not"/> has taken away what stands in it.</summary>
    public static IEnumerable<Found<T>> Standing<T>(this IReadOnlyList<Found<T>> found)
        where T : IPhrase<T>
    {
        List<Found<T>> nots = [.. found.Where(f => f.Value.Strength == PhraseStrength.Not)];
        return found.Where(f => f.Value.Strength != PhraseStrength.Not && !nots.Covering(f).Any(n => n.Value.Hides(f.Value)));
    }
}
