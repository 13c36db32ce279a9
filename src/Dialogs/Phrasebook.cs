using SupportBot.Cards;

namespace SupportBot.Dialogs;

/// <summary>
/// What the program says, in every language it has. Which one is spoken belongs to the turn, as a culture belongs to a thread: what is said
/// after <see cref="Speak"/> is said in that language to the end of the turn, and everything outside of a turn in the base language.
/// </summary>
public sealed class Phrasebook
{
    /// <summary>What is written into cases, and what stands in where a translation has a gap.</summary>
    public const string Base = "en";

    private static readonly AsyncLocal<string?> Spoken = new();
    private readonly Dictionary<string, Phrases> _languages;

    /// <param name="languages">The base language among them.</param>
    public Phrasebook(IEnumerable<Phrases> languages)
    {
        var given = languages.ToList();
        var @base = given.Single(p => p.Language == Base);
        All = [@base, .. given.Where(p => p != @base).Select(p => p.Over(@base))];
        _languages = All.ToDictionary(p => p.Language, StringComparer.Ordinal);
    }

    /// <summary>The base language first.</summary>
    public IReadOnlyList<Phrases> All { get; }

    /// <summary>In the language of the turn.</summary>
    public Phrases Now => In(Spoken.Value);

    /// <param name="tag">BCP 47, such as <c>es-MX</c>; one that is not there, or null, gives the base language.</param>
    public Phrases In(string? tag) => _languages[Known(tag) ?? Base];

    /// <summary>What staff read outside of a turn: in English throughout where their words are not there in that language.</summary>
    public ICardWords ForStaff(string? tag) => In(tag) is { HasStaffWords: true } there ? there : _languages[Base];

    /// <summary>The language of a tag, such as <c>es</c> for <c>es-MX</c>; null where the program does not speak it.</summary>
    public string? Known(string? tag)
    {
        var language = tag?.Split('-', '_')[0].ToLowerInvariant();
        return language is not null && _languages.ContainsKey(language) ? language : null;
    }

    /// <summary>From here to the end of the turn this language is spoken.</summary>
    public static void Speak(string? language) => Spoken.Value = language;

    /// <summary>True where the text is this phrase in any language: a button may have been shown before somebody changed it.</summary>
    public bool Is(string key, string text) => All.Any(p => string.Equals(p[key], text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Makes something that staff read, in the base language, whatever is spoken.</summary>
    public static T ForStaff<T>(Func<T> make)
    {
        var spoken = Spoken.Value;
        Spoken.Value = Base;
        try
        {
            return make();
        }
        finally
        {
            Spoken.Value = spoken;
        }
    }
}
