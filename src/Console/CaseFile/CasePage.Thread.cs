using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;

namespace SupportBot.Console;

public sealed partial class CasePage
{
    /// <summary>Longest question or note.</summary>
    public const int LongestText = 4000;

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        var (seen, words) = await work.ReadAsync(Me, Number, cancel);
        if (seen is null) return new UnseenResult();
        Opened = words;
        return words is null ? await RefuseAsync(seen, RefusalWords.CameTooLate, null, 409, cancel) : await ShowAsync(seen, cancel);
    }

    public Task<IActionResult> OnPostAskAsync(CancellationToken cancel) =>
        WriteAsync("ask", "asked", WordsKind.Question, CaseEngine.AskReporter, cancel);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancel) =>
        WriteAsync("note", "noted", WordsKind.Note, CaseEngine.AddNote, cancel);

    private async Task<IActionResult> WriteAsync(string form, string done, WordsKind kind, Func<Case, Words, CaseMoment, CaseResult> verb, CancellationToken cancel)
    {
        var typed = await TypedAsync(form, cancel);
        var text = typed.Words("text");
        if (text.Length > LongestText && await work.FindAsync(Me, Number, cancel) is { } seen)
            return await RefuseAsync(seen, refusals.Of(new Refusal.FormIncomplete(["text"]), seen), typed.With("text", $"This is {text.Length} characters long. Please keep it to {LongestText}."), 422, cancel);
        var worked = await work.DoAsync(Me, Number, form, adds: true, (now, moment) => verb(now.Case, Said(now, kind, text), moment), cancel);
        return await AnswerAsync(worked, done, text.IsBlank ? typed.With("text", "Please write something here.") : typed, cancel);
    }

    public IEnumerable<Words> Report => (Opened ?? []).Where(w => w.Kind == WordsKind.Report);

    public IEnumerable<Words> Pictures => (Opened ?? []).Where(w => w.Kind == WordsKind.Picture);

    public IEnumerable<Words> Thread => (Opened ?? []).Where(w => w.Kind is WordsKind.Question or WordsKind.Reply or WordsKind.Said);

    public IEnumerable<Words> Notes => (Opened ?? []).Where(w => w.Kind is WordsKind.Note or WordsKind.Reason);

    /// <summary>The address of a picture that holds the picture itself; null where it is none of the known kinds.</summary>
    public static string? PictureAddress(Words picture)
    {
        if (picture.About is not ("image/png" or "image/jpeg" or "image/gif" or "image/webp")) return null;
        var base64 = picture.Text.Reveal();
        return System.Buffers.Text.Base64.IsValid(base64) ? $"data:{picture.About};base64,{base64}" : null;
    }
}
