namespace SupportBot.Directory;

/// <summary>
/// Tells from the words of a question who asks, for which grade and in which place, in every language there are words for. Made from the
/// files under <c>asking/</c>; immutable. It keeps nothing of what it reads.
/// </summary>
public sealed class AskingWords
{
    private readonly IReadOnlyList<AskingPhrase> _phrases;
    private readonly IReadOnlyDictionary<string, int> _numbers;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _places;

    /// <param name="places">Area to the areas it lies in, the smallest first.</param>
    internal AskingWords(IReadOnlyList<AskingPhrase> phrases, IReadOnlyDictionary<string, int> numbers, IReadOnlyDictionary<string, IReadOnlyList<string>> places) =>
        (_phrases, _numbers, _places) = (phrases, numbers, places);

    /// <summary>Of a district that has no such words: nothing is ever told.</summary>
    public static AskingWords None { get; } = new([], new Dictionary<string, int>(), new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Areas that this one lies in, the smallest first; null where it is no place of the map, as a district of its own is not.</summary>
    public IReadOnlyList<string>? Around(string area) => _places.GetValueOrDefault(area);

    public AskedFor Read(string text)
    {
        var tokens = AskingTokens.Of(text);
        if (tokens.Count == 0 || _phrases.Count == 0) return AskedFor.Nobody;
        var beside = _phrases.Where(p => p.Kind == AskingKind.Not)
            .SelectMany(p => Enumerable.Range(0, tokens.Count).Where(at => p.At(tokens, at, _numbers) is not null).SelectMany(at => Enumerable.Range(at, p.Words.Count))).ToHashSet();
        var found = (
            from phrase in _phrases
            where phrase.Kind != AskingKind.Not
            from at in Enumerable.Range(0, tokens.Count)
            let number = phrase.At(tokens, at, _numbers)
            where number is not null && !Enumerable.Range(at, phrase.Words.Count).Any(beside.Contains)
            select (phrase.Kind, phrase.Says, Number: number.Value)).ToList();
        // A mother may write of her own mother; whoever speaks of a child of theirs is family all the same.
        Who? who = found.Exists(f => f.Kind == AskingKind.Family) ? Who.Family : found.Exists(f => f.Kind == AskingKind.Student) ? Who.Student : null;
        return new AskedFor(who, BandOf(found), [.. found.Where(f => f.Kind == AskingKind.Place).SelectMany(f => _places[f.Says].Prepend(f.Says)).Distinct()]);
    }

    // The grade says more than the age. Two children in two schools: nothing is hidden from either.
    private static string? BandOf(List<(AskingKind Kind, string Says, int Number)> found)
    {
        var said = found.Where(f => f.Kind is AskingKind.Grade or AskingKind.Band).Select(f => f.Kind == AskingKind.Band ? f.Says : OfGrade(f.Number)).Distinct().ToList();
        if (said.Count == 0) said = [.. found.Where(f => f.Kind == AskingKind.Age).Select(f => OfAge(f.Number)).Distinct()];
        return said is [var one] ? one : null;
    }

    private static string OfGrade(int grade) => Resource.GradeBands[grade <= 5 ? 0 : grade <= 8 ? 1 : 2];

    private static string OfAge(int age) => Resource.GradeBands[age <= 10 ? 0 : age <= 13 ? 1 : 2];
}
