namespace SupportBot.Console;

/// <summary>A text field of a form on the case page.</summary>
/// <param name="Hint">One sentence below the label; empty for none.</param>
public sealed record TextField(CasePage Page, string Form, string Name, string Label, string Hint, int Rows)
{
    public string Id => $"{Form}-{Name}";

    public string? Error => Page.ErrorIn(Form, Name);

    /// <summary>Ids of what describes the field; null where nothing does.</summary>
    public string? DescribedBy => (Hint.Length > 0, Error is not null) switch
    {
        (true, true) => $"{Id}-hint {Id}-error",
        (true, false) => $"{Id}-hint",
        (false, true) => $"{Id}-error",
        _ => null,
    };
}
