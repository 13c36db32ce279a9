using SupportBot.Cases;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>"Go on with K7M-2QD", as people type it. It works in the middle of anything.</summary>
public static class GoOnWords
{
    private const int Longest = 60;

    private static readonly string[] Beginnings = ["go on with ", "go on with case ", "take over ", "continue with ", "seguir con ", "seguir con el caso "];

    /// <summary>The case number that was typed after "go on with"; null where the text is something else.</summary>
    public static string? NumberIn(string? text)
    {
        if (text is null || text.Length > Longest) return null;
        var plain = TextNormaliser.Plain(text);
        return Beginnings.Where(b => plain.StartsWith(b, StringComparison.Ordinal)).Select(b => CaseNumber.Read(plain[b.Length..].Replace(" ", "", StringComparison.Ordinal))).FirstOrDefault(n => n is not null);
    }

    /// <summary>What is typed for a case.</summary>
    public static string For(string caseNumber) => $"go on with {caseNumber}";
}
