using System.Text.RegularExpressions;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// What a counselor types while in live chats with students: it goes to the student, but for "leave". Somebody in several chats
/// begins each line with the case's number, because a line to the wrong student cannot be taken back.
/// </summary>
public sealed partial class CounselorWords(HandOverDesk desk, HandOverTerms terms)
{
    /// <returns>Whether the text was one for a chat, and what the counselor is told; an empty sentence where it went through.</returns>
    public async Task<(bool Taken, string Sentence)> TakeAsync(Person person, string? text, string dedupeKey, CancellationToken cancel)
    {
        if (!terms.Teams || string.IsNullOrWhiteSpace(text)) return (false, "");
        var open = await desk.OpenOfAsync(person.Id, cancel);
        if (open.Count == 0) return (false, "");
        if (Begins().Match(text) is { Success: true } begins && !open.Contains(begins.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
            return (true, $"You are not in the chat of case {begins.Groups[1].Value.ToUpperInvariant()} (any more), so I did not pass this on to anybody.");
        var (number, line) = Addressed(text, open);
        if (number is null)
            return (true, $"You are in more than one chat, so I did not pass this on. Please begin with the number of the case: {string.Join(" or ", open)}.");
        if (Leave().IsMatch(line)) return (true, Told(number, await desk.LeaveAsync(person.Id, number, cancel)));
        return (true, Told(number, await desk.CounselorSaysAsync(person.Id, number, new PersonText(line), dedupeKey, cancel)));
    }

    private static (string? Number, string Line) Addressed(string text, IReadOnlyList<string> open)
    {
        foreach (var number in open)
            if (text.TrimStart() is var start && start.StartsWith(number, StringComparison.OrdinalIgnoreCase)) return (number, start[number.Length..].TrimStart(' ', ':', ','));
        return open is [var only] ? (only, text) : (null, text);
    }

    private static string Told(string number, TalkAnswer answer) => answer switch
    {
        TalkAnswer.Done => "",
        TalkAnswer.Blank => "Please write something first.",
        TalkAnswer.TooLong => "This is too long for one line, so it was not passed on. Please say it in parts.",
        TalkAnswer.Over or TalkAnswer.Unseen or TalkAnswer.NobodyWaits => $"The chat of case {number} is over, so this was not passed on. You can write on the case page.",
        _ => "Nothing was saved, so the student has not read it. Please try again.",
    };

    [GeneratedRegex(@"\A\s*([0-9a-z]{3}-[0-9a-z]{3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\A\s*/?leave( (this|the) chat)?[.!]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leave();
}
