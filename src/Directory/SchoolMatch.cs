namespace SupportBot.Directory;

/// <summary>What a typed school name led to. A misspelt name is never taken silently for a school.</summary>
public abstract record SchoolMatch
{
    private SchoolMatch() { }

    /// <summary>The name or another name of one school, apart from case, accents and punctuation.</summary>
    public sealed record Exact(School School) : SchoolMatch;

    /// <summary>Near one or several schools, best first, at most three: ask "did you mean".</summary>
    public sealed record DidYouMean(IReadOnlyList<School> Schools) : SchoolMatch;

    /// <summary>Near none.</summary>
    public sealed record Unknown : SchoolMatch;
}
