using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>A field of an open question, with what stands in it.</summary>
/// <param name="IsOnly">True where it is the whole question, so that its label is the heading too.</param>
public sealed record WalkField(WalkPage Page, Field Field, bool IsOnly)
{
    private const int LongestText = 4_000;

    public string Id => $"walk-{Field.Name}";

    public string Name => WalkPage.NameOf(Field);

    public string Value => Page.In(Field);

    public string? Error => Page.Typed.Errors.GetValueOrDefault(Field.Name);

    public string Language => Page.Steps.Language;

    /// <summary>How a day may be typed is no help to somebody who picks one.</summary>
    public string? Help => Field.Type == FieldType.Date ? null : Field.Help;

    public string Need => Field.Required ? "" : " (you can leave this empty)";

    public int Longest => Field.Max ?? LongestText;

    /// <summary>Lines of a text field: a name needs one, an account some.</summary>
    public int Rows => Longest <= 200 ? 1 : 4;

    public bool IsPicked(string choice) => Value.Split(',').Contains(choice);

    /// <summary>Ids of what describes the field; null where nothing does.</summary>
    public string? DescribedBy => (Help is not null, Error is not null) switch
    {
        (true, true) => $"{Id}-hint {Id}-error",
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => null,
    };
}
