using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// The live chat with a reporter. Only whoever joined reads and writes here; for everybody else the words are on the case page, closed.
/// Works without scripts; with them the lines come by themselves.
/// </summary>
public class TalkPage(District district, CaseWork work, ITalks talks, ICaseBook book, RefusalWords names, SchoolTime time) : StaffPage(district)
{
    /// <summary>Characters of a line.</summary>
    public const int LongestLine = 4_000;

    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Never null once a page is shown.</summary>
    public SeenCase Seen { get; private set; } = null!;

    public Case Case => Seen.Case;

    public TalkNow Talk { get; private set; } = new(TalkState.None);

    /// <summary>Null for whoever is not in the chat.</summary>
    public IReadOnlyList<Words>? Lines { get; private set; }

    /// <summary>What was typed and not said.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>A sentence about what was not done.</summary>
    public string? Refused { get; private set; }

    /// <summary>Goes with a line, so that sending it twice says it once.</summary>
    public string Key { get; private set; } = NewKey();

    public SchoolTime Time => time;

    public bool IsMine => Talk is { State: TalkState.Open } && Talk.PersonId == Me.Id;

    public string WhoIsIn => names.NameOf(Talk.PersonId);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        await LookAsync(seen, audits: true, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken cancel) => await AnswerAsync(await talks.JoinAsync(Me.Id, Number, cancel), "", cancel);

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostSayAsync(CancellationToken cancel)
    {
        var form = TypedForm.Of("say", await Request.ReadFormAsync(cancel));
        var (text, key) = (form.Words("text"), form.Text("key"));
        Key = key.Length == 32 && key.All(char.IsAsciiHexDigit) ? key : Key;
        return await AnswerAsync(await talks.SayAsync(Me.Id, Number, text, Key, cancel), text.Reveal(), cancel);
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancel) => await AnswerAsync(await talks.LeaveAsync(Me.Id, Number, cancel), "", cancel);

    /// <summary>Who wrote a line, in words.</summary>
    public string WhoOf(Words line) => line.Author.Kind == ActorKind.Reporter ? "The reporter" : line.Author.PersonId == Me.Id ? "You" : names.NameOf(line.Author.PersonId);

    /// <param name="audits">True where a person opened the page; the page's own looking is part of that reading.</param>
    protected async Task LookAsync(SeenCase seen, bool audits, CancellationToken cancel)
    {
        Seen = seen;
        Talk = await talks.OfAsync(seen.Case, cancel);
        if (!IsMine) return;
        if (audits && !await IsReadAsync(seen.Case, cancel)) await work.ReadAsync(Me, Number, cancel);
        Lines = await talks.LinesAsync(seen.Case, Me.Id, cancel);
    }

    private async Task<IActionResult> AnswerAsync(TalkAnswer answer, string typed, CancellationToken cancel)
    {
        if (answer == TalkAnswer.Done) return LocalRedirect($"/console/cases/{Number}/talk");
        if (answer == TalkAnswer.Unseen || await work.FindAsync(Me, Number, cancel) is not { } seen) return new UnseenResult();
        await LookAsync(seen, audits: true, cancel);
        (Typed, Refused) = (typed, WordsOf(answer));
        Response.StatusCode = answer switch { TalkAnswer.NotSaved => 503, TalkAnswer.Taken or TalkAnswer.Over or TalkAnswer.NobodyWaits => 409, _ => 422 };
        return Page();
    }

    // Once for each time somebody joins: from there on every line goes to this person, and the entry of the joining says so.
    private async Task<bool> IsReadAsync(Case @case, CancellationToken cancel)
    {
        var mine = (await book.TimelineAsync(@case.Id, cancel)).Where(e => e.Actor.PersonId == Me.Id).ToList();
        return mine.FindLastIndex(e => e.Action == AuditAction.NarrativeRead) > mine.FindLastIndex(e => e.Action == AuditAction.TalkJoined);
    }

    private string WordsOf(TalkAnswer answer) => answer switch
    {
        TalkAnswer.NobodyWaits => "The reporter is not in the chat any more. You can write on the case page; they read it when they come back with their code.",
        TalkAnswer.Taken => $"{(Talk.PersonId is null ? "A colleague" : WhoIsIn)} is in this chat already.",
        TalkAnswer.TooMany => "You are in as many chats as one person may be at a time. Leave one first, or ask a colleague.",
        TalkAnswer.Blank => "Please write something first.",
        TalkAnswer.TooLong => $"This is too long for one line. Please keep it to {LongestLine} characters.",
        TalkAnswer.Over => "This chat is over, so your line was not passed on. You can write on the case page.",
        _ => "Nothing was saved, so nobody has read it. Please try again.",
    };

    private static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
