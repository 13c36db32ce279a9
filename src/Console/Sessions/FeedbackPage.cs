using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupportBot.Cases;
using SupportBot.Directory;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Asks whoever is on the roll of a session before it, after it and some weeks later how far they agree with a few sentences. Being on the roll opens the page;
/// what is answered is kept without person, session and day, joined only by a word that the person chose and nobody else knows.
/// </summary>
[Authorize(ConsolePolicies.Training)]
public sealed class FeedbackPage(District district, FeedbackDesk desk, SessionWords words) : StaffPage(district)
{
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public OpenFeedback Open { get; private set; } = null!;

    public Session Session => Open.Session;

    public FeedbackMoment Moment => Open.Moment;

    public SessionWords Words => words;

    public IReadOnlyList<FeedbackItem> Items => desk.Items;

    /// <summary>By item, as it was picked; empty before.</summary>
    public IReadOnlyDictionary<string, int> Picked { get; private set; } = new Dictionary<string, int>();

    public string? WordError { get; private set; }

    public string? Refused { get; private set; }

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ? Page() : new UnseenResult();

    // Read from the form, and not bound: at the finest level the framework logs what it binds.
    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return new UnseenResult();
        var form = await Request.ReadFormAsync(cancel);
        Picked = desk.Picked(Items.ToDictionary(i => i.Id, i => int.TryParse(form[$"i-{i.Id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0));
        switch (await desk.KeepAsync(Open, new PersonText(form["word"].ToString()), Picked, cancel))
        {
            case FeedbackOutcome.WordNeeded:
                WordError = $"Please choose a word or a few words with at least {FeedbackDesk.ShortestWord} letters, and at most {FeedbackDesk.LongestWord} characters.";
                return Refuse(WordError);
            case FeedbackOutcome.NothingPicked:
                return Refuse("Please answer at least one sentence.");
            default:
                IsDone = true;
                return Page();
        }
    }

    /// <summary>Where the page of a session is.</summary>
    public static string AddressOf(Guid id) => $"/console/training/feedback/{id:D}";

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (await desk.FindAsync(Me, Id, cancel) is not { } open) return false;
        Open = open;
        return true;
    }

    private PageResult Refuse(string sentence)
    {
        (Refused, Response.StatusCode) = (sentence, 422);
        return Page();
    }
}
