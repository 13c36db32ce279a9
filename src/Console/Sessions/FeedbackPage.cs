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
public sealed class FeedbackPage(District district, ITrainingRolls rolls, IFeedbackBook book, SessionDesk desk, SessionWords words, TimeProvider clock) : StaffPage(district)
{
    private const int ShortestWord = 6, LongestWord = 60;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>Never null once a page is shown.</summary>
    public Session Session { get; private set; } = null!;

    public FeedbackMoment Moment { get; private set; }

    public SessionWords Words => words;

    public IReadOnlyList<FeedbackItem> Items => desk.Catalogue.Feedback;

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
        var word = form["word"].ToString();
        Picked = Items.Select(i => (i.Id, Value: int.TryParse(form[$"i-{i.Id}"], NumberStyles.None, CultureInfo.InvariantCulture, out var v) ? v : 0))
            .Where(p => p.Value is >= FeedbackItem.Least and <= FeedbackItem.Most).ToDictionary(p => p.Id, p => p.Value);
        if (word.Count(char.IsLetterOrDigit) < ShortestWord || word.Length > LongestWord) WordError = $"Please choose a word or a few words with at least {ShortestWord} letters, and at most {LongestWord} characters.";
        if (WordError is not null) return Refuse(WordError);
        if (Picked.Count == 0) return Refuse("Please answer at least one sentence.");
        var day = desk.DayOf(Session);
        await book.SaveAsync(Session.CourseId, new DateOnly(day.Year, day.Month, 1), new PersonText(word), Moment, Picked, cancel);
        IsDone = true;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (Items.Count == 0 || await rolls.FindAsync(Id, cancel) is not { } roll) return false;
        if (roll.Of(Me.Id) is not { State: EnrolmentState.Enrolled or EnrolmentState.Attended or EnrolmentState.Partial or EnrolmentState.Completed }) return false;
        var (now, session) = (clock.GetUtcNow(), roll.Session);
        if (FeedbackTimes.Open(session, desk.DayOf(session), now, desk.CalendarOf(session).Today(now), desk.Catalogue.Rules) is not { } moment) return false;
        (Session, Moment) = (session, moment);
        return true;
    }

    private PageResult Refuse(string sentence)
    {
        (Refused, Response.StatusCode) = (sentence, 422);
        return Page();
    }
}
