using System.Text;

namespace SupportBot.Yaml;

/// <summary>The values of an enumeration as content writes them: <c>third-person</c>.</summary>
public static class ChoiceWords
{
    /// <summary><c>SchoolDays</c> is written <c>school-days</c> in content.</summary>
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum
    {
        var name = value.ToString();
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
                words.Append('-');
            words.Append(char.ToLowerInvariant(letter));
        }
        return words.ToString();
    }
}
