namespace SupportBot.Directory;

/// <summary>Which texts of the resources and topics are not there in a language, for whoever has them translated: they are shown in English meanwhile.</summary>
public static class TranslationGaps
{
    /// <param name="languages">ISO 639 codes.</param>
    /// <returns>A line for each language and kind of text with gaps: <c>vi: purpose of 70 resources (ab-childhelp, …)</c></returns>
    public static IEnumerable<string> Of(ResourceShelf shelf, IEnumerable<string> languages)
    {
        ArgumentNullException.ThrowIfNull(shelf);
        ArgumentNullException.ThrowIfNull(languages);
        List<(string What, string Id, string Key, Wording Text)> texts =
        [
            .. shelf.All.Where(r => r.State != ResourceState.Closed).SelectMany(r => r.Texts.Select(t => ("resources", r.Id, t.Key, t.Text))),
            .. shelf.Topics.SelectMany(t => new (string, string, string, Wording?)[] { ("topics", t.Id, "title", t.Title), ("topics", t.Id, "answer", t.Answer) }).Where(t => t.Item4 is not null).Select(t => (t.Item1, t.Item2, t.Item3, t.Item4!)),
        ];
        return
            from language in languages
            from gap in texts.Where(t => !t.Text.Has(language)).GroupBy(t => (t.What, t.Key))
            select $"{language}: {gap.Key.Key} of {gap.Count()} {gap.Key.What} ({string.Join(", ", gap.Select(g => g.Id))})";
    }
}
