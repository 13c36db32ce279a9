using System.Text.RegularExpressions;

namespace SupportBot.Directory;

/// <summary>What a person's name, mail address, number and account must look like, whoever wrote them: a content file, an export or Microsoft Entra.</summary>
internal static partial class PersonChecks
{
    private const int LongestName = 100;
    private const int LongestMail = 254;

    public static Complaint? Name(string name) =>
        name.Length > LongestName ? new($"the name is longer than {LongestName} letters", "write first name and last name")
        : name.Contains('@') || name.Any(IsHidden) || PlainWords.Of(name).All(c => !char.IsLetter(c)) ? new($"\"{name}\" is not a name", "write first name and last name")
        : null;

    public static Complaint? Mail(string mail) =>
        mail.Length <= LongestMail && MailAddress().IsMatch(mail) ? null : new($"\"{mail}\" is not a mail address", "write it as name@example.org");

    /// <param name="field">What the number is called where it stands.</param>
    public static Complaint? Phone(string phone, string field = "phone") =>
        LongNumber().IsMatch(phone) ? null : new($"{field} \"{phone}\" is not a phone number as we write it", "write area code and number with hyphens: \"503-555-0100\"");

    public static Complaint? EntraId(string text) =>
        Guid.TryParseExact(text, "D", out _) ? null : new($"\"{text}\" is not an Entra object id", "copy the Object ID of the account, such as 00000000-0000-0000-0000-000000000000");

    /// <summary><c>503-555-0131</c> for <c>(503) 555-0131</c> and <c>+1 503 555 0131</c>; anything else unchanged.</summary>
    public static string PlainPhone(string phone)
    {
        if (phone.Any(c => !char.IsAsciiDigit(c) && c is not (' ' or '(' or ')' or '.' or '-' or '+' or '\u00A0'))) return phone;
        var digits = new string([.. phone.Where(char.IsAsciiDigit)]);
        if (digits is { Length: 11 } && digits[0] == '1') digits = digits[1..];
        return digits.Length == 10 ? $"{digits[..3]}-{digits[3..6]}-{digits[6..]}" : phone;
    }

    // Marks that turn the direction of what follows would change what a page says after the name.
    private static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"^[2-9]\d{2}-[2-9]\d{2}-\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex LongNumber();

    [GeneratedRegex(@"^[^@\s<>,;:""()]+@[^@\s<>,;:""()]+\.[a-z]{2,}$", RegexOptions.CultureInvariant)]
    private static partial Regex MailAddress();
}
