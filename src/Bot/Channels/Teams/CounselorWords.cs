using System.Text.RegularExpressions;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// What a counselor types while in live chats with students: it goes to the student, but for "leave". Somebody in several chats
/// begins each line with the case's number, because a line to the wrong student cannot be taken back. For the same reason nothing goes
/// there before the counselor was told in this chat that it does.
/// </summary>
public sealed partial class CounselorWords(HandOverDesk desk, HandOverPost post, HandOverTerms terms, TimeProvider time)
{
    /// <returns>Whether the text was one for a chat, and what the counselor is told; an empty sentence where it went through.</returns>
    public async Task<(bool Taken, string Sentence)> TakeAsync(Person person, string? text, string dedupeKey, ICardWords words, CancellationToken cancel)
    {
        if (!terms.Teams || string.IsNullOrWhiteSpace(text)) return (false, "");
        var open = await desk.OpenOfAsync(person.Id, cancel);
        if (open.Count == 0) return (false, "");
        if (Begins().Match(text) is { Success: true } begins && !open.Any(o => o.Number.Equals(begins.Groups[1].Value, StringComparison.OrdinalIgnoreCase)))
            return (true, words.Say("line.not-in", ("code", begins.Groups[1].Value.ToUpperInvariant())));
        var (talk, line) = Addressed(text, open);
        if (talk is null)
            return (true, words.Say("line.which", ("name", string.Join(", ", open.Select(o => o.Number)))));
        var number = talk.Number;
        if (Leave().IsMatch(line)) return (true, Told(number, await desk.LeaveAsync(person.Id, number, cancel), words));
        if (await post.IsToBeToldAsync(talk.HandOver, HandOverNewsKind.Joined, cancel))
        {
            await post.HurryAsync(talk.HandOver, time.GetUtcNow());
            return (true, words.Say("line.not-told", ("code", number)));
        }

        return (true, Told(number, await desk.CounselorSaysAsync(person.Id, number, new PersonText(line), dedupeKey, cancel), words));
    }

    private static (OpenTalk? Talk, string Line) Addressed(string text, IReadOnlyList<OpenTalk> open)
    {
        foreach (var talk in open)
            if (text.TrimStart() is var start && start.StartsWith(talk.Number, StringComparison.OrdinalIgnoreCase)) return (talk, start[talk.Number.Length..].TrimStart(' ', ':', ','));
        return open is [var only] ? (only, text) : (null, text);
    }

    private static string Told(string number, TalkAnswer answer, ICardWords words) => answer switch
    {
        TalkAnswer.Done => "",
        TalkAnswer.Blank => words["line.blank"],
        TalkAnswer.TooLong => words["line.too-long"],
        TalkAnswer.Over or TalkAnswer.Unseen or TalkAnswer.NobodyWaits => words.Say("line.over", ("code", number)),
        _ => words["line.not-saved"],
    };

    [GeneratedRegex(@"\A\s*([0-9a-z]{3}-[0-9a-z]{3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Begins();

    [GeneratedRegex(@"\A\s*/?leave( (this|the) chat)?[.!]?\s*\z|\A\s*/?salir( (de este|del) chat)?[.!]?\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Leave();
}
