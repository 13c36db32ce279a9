using Microsoft.AspNetCore.Mvc;
using SupportBot.Directory;
using SupportBot.Understanding;

namespace SupportBot.Console;

/// <summary>
/// Shows what the program makes of one sentence, and why: which group of phrases heard danger, which words speak for a topic, what would be begun.
/// The sentence is in no address, no log line and no store; closing the page forgets it.
/// </summary>
public sealed class SentencePage(District district, Comprehension comprehension) : StaffPage(district)
{
    public const int Longest = 4_000;

    /// <summary>What was typed; empty before.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>Null before anything was typed.</summary>
    public Understood? Made { get; private set; }

    public IActionResult OnGet() => Page();

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var typed = (await Request.ReadFormAsync(cancel))["sentence"].ToString().Trim();
        Sentence = typed.Length > Longest ? typed[..Longest] : typed;
        if (Sentence.Length > 0) Made = comprehension.Read(Sentence);
        return Page();
    }

    public static string GradeOf(CrisisGrade grade) => grade switch
    {
        CrisisGrade.Imminent => "Danger now: help is shown at once and people are alerted",
        CrisisGrade.High => "Danger said outright: help is shown at once and a person is told",
        CrisisGrade.Concern => "May mean danger: help is shown beside the answer, and a person looks",
        _ => "No sign of danger",
    };

    public static string KindOf(CrisisKind kind) => kind switch
    {
        CrisisKind.Self => "about the person who writes",
        CrisisKind.ThirdPerson => "about somebody else",
        CrisisKind.Medical => "about somebody's body, now",
        CrisisKind.DangerToOthers => "about a danger to others",
        _ => "about being hurt or not cared for",
    };

    /// <summary>An id of content in words: <c>housing-food</c> is <c>housing food</c>.</summary>
    public static string InWords(string id) => id.Replace('-', ' ');
}
