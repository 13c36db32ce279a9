using Microsoft.AspNetCore.Http;
using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>
/// What somebody typed into one form of a page, and what is wrong with it. When a form is refused it is shown again in the same
/// answer with everything that was typed; nothing of it is put aside in a cookie, an address or a log.
/// </summary>
/// <param name="Name">Of the form; the others on the page are shown empty.</param>
public sealed record TypedForm(string Name, IReadOnlyDictionary<string, PersonText> Fields)
{
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the form is named by its content, such as one of several tasks.</summary>
    public static TypedForm Of(string name, IFormCollection form) => new(
        name,
        form.Where(f => f.Key != "form-token").ToDictionary(f => f.Key, f => new PersonText(string.Join(',', f.Value.Where(v => !string.IsNullOrEmpty(v))).ReplaceLineEndings("\n"))));

    public string Text(string field) => Fields.GetValueOrDefault(field)?.Reveal() ?? "";

    public PersonText Words(string field) => Fields.GetValueOrDefault(field) ?? new PersonText("");

    public TypedForm With(string field, string error) => this with { Errors = new Dictionary<string, string>(Errors) { [field] = error } };
}
