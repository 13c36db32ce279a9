using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A question of a dry run as a field of its form.</summary>
public sealed record TriedField(TryPage Page, Field Field)
{
    public string Id => $"try-{Field.Name}";

    public string Name => TriedAnswer.NameOf(Field);

    public string? Error => Page.Typed.Errors.GetValueOrDefault(Field.Name);

    /// <summary>Of the texts of the question.</summary>
    public string Language => Page.Dry!.Language;

    /// <summary>Ids of what describes the field; null where nothing does.</summary>
    public string? DescribedBy => (Field.Help is not null, Error is not null) switch
    {
        (true, true) => $"{Id}-hint {Id}-error",
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => null,
    };

    public int Longest => TriedAnswer.Longest(Field);
}
