using System.Text.RegularExpressions;

namespace SupportBot.Cards;

/// <summary>
/// The forms of what goes into a card as it is: where no run can hold it, it must be no sentence. Whatever is of another
/// form is a fault of the caller and never becomes a card.
/// </summary>
internal static partial class SafeForm
{
    /// <exception cref="ArgumentException">The text is not 1 to 1000 characters of base64url, dots and tildes.</exception>
    public static string Token(string token) => TokenForm().IsMatch(token) ? token
        : throw new ArgumentException("A token is 1 to 1000 characters of base64url, dots and tildes.", nameof(token));

    /// <exception cref="ArgumentException">The address is no web address, or longer than 1000 characters.</exception>
    public static Uri Web(Uri url) => url.IsAbsoluteUri && url.Scheme is "https" or "http" && url.OriginalString.Length <= 1000 ? url
        : throw new ArgumentException("The address is a web address of at most 1000 characters.", nameof(url));

    /// <summary>A BCP 47 language such as <c>es</c> or <c>es-MX</c>.</summary>
    /// <exception cref="ArgumentException">The text is no language tag.</exception>
    public static string Language(string language) => LanguageForm().IsMatch(language) ? language
        : throw new ArgumentException("A language is a BCP 47 tag such as es or es-MX.", nameof(language));

    /// <summary>The name of a field or the id of a choice: comes back as it is, and several come back joined by commas.</summary>
    /// <exception cref="ArgumentException">The text is not 1 to 80 letters, digits, hyphens, dots and underscores.</exception>
    public static string Id(string id) => IdForm().IsMatch(id) ? id
        : throw new ArgumentException("An id is 1 to 80 letters, digits, hyphens, dots and underscores.", nameof(id));

    /// <summary>Teams user ids, for the clients that refresh a card by themselves.</summary>
    /// <exception cref="ArgumentException">There are more than Teams reads, or one is of no such form.</exception>
    public static IReadOnlyList<string> UserIds(IReadOnlyList<string> ids) => ids.Count <= 60 && ids.All(UserForm().IsMatch) ? [.. ids]
        : throw new ArgumentException("A card refreshes for at most 60 people, each by an id of at most 200 letters, digits and marks.", nameof(ids));

    /// <summary>Members of an action's data.</summary>
    /// <exception cref="ArgumentException">A name or a value is of no such form, or all of it is longer than <paramref name="most"/> characters.</exception>
    public static IReadOnlyDictionary<string, string> Data(IReadOnlyDictionary<string, string> data, int most)
    {
        // Dots are for inputs ("f.answer"), so that no input and no data of ours can take each other's place.
        if (data.Any(d => !MemberForm().IsMatch(d.Key) || !ValueForm().IsMatch(d.Value) || d.Key == CardVerbs.VerbMember))
            throw new ArgumentException("Action data is short names with tokens: nothing that could be a sentence.", nameof(data));
        if (data.Sum(d => d.Key.Length + d.Value.Length) > most)
            throw new ArgumentException($"Action data of this kind is at most {most} characters.", nameof(data));
        return new Dictionary<string, string>(data);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_.~-]{1,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TokenForm();

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LanguageForm();

    [GeneratedRegex(@"\A[A-Za-z0-9_.-]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"\A[A-Za-z0-9:._~@-]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserForm();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex MemberForm();

    [GeneratedRegex(@"\A[A-Za-z0-9_.~@:-]{1,1000}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ValueForm();
}
