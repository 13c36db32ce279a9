using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SupportBot.Training;

namespace SupportBot.Console;

/// <summary>
/// Minutes from the attendance report of the online meeting. They are filled into the form, and nothing else: whoever closes the roll looks them over. Between two pages they travel in the form,
/// because nothing of a report is kept; a number that somebody bends there is one that they could as well have typed.
/// </summary>
public sealed partial class RollPage
{
    private const string ReadField = "read";

    /// <summary>Minutes of the report, by person with a seat.</summary>
    public IReadOnlyDictionary<string, int> Reported { get; private set; } = new Dictionary<string, int>();

    /// <summary>A report was read, on this page or the one before.</summary>
    public bool IsRead { get; private set; }

    /// <summary>What the report has filled in, in a sentence.</summary>
    public string? Filled { get; private set; }

    public bool HasEnded => clock.GetUtcNow() >= Session.Ends;

    /// <summary>There may be a report to read.</summary>
    public bool OffersReport => reports.IsOn && Session.Online && HasEnded && !IsClosed && Seated.Count > 0;

    public async Task<IActionResult> OnPostReportAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !reports.IsOn || !Session.Online || IsClosed) return new UnseenResult();
        await ReadFormAsync(cancel);
        if (!HasEnded) return Refuse($"There is no report before the session has ended, at {words.Moment(Session, Session.Ends)}. What you have typed is still here.", 409);
        var reading = await reports.ReadAsync(Session, cancel);
        if (reading.Outcome != MeetingOutcome.Read) return Refuse(ReportWords.Of(reading), 409);

        // What came from a report before is replaced by this one; what a hand has typed stays.
        var byHand = TypedMinutes.Where(t => t.Value.Length > 0 && !ReportWords.IsOf(t.Value, ReportedOf(t.Key))).Select(t => t.Key).ToHashSet();
        (Reported, IsRead) = (Seated.Where(e => reading.Minutes.ContainsKey(e.PersonId)).ToDictionary(e => e.PersonId, e => reading.Minutes[e.PersonId]), true);
        TypedMinutes = Seated.ToDictionary(e => e.PersonId, e => byHand.Contains(e.PersonId) ? TypedMinutes[e.PersonId] : ReportedOf(e.PersonId)?.ToString(CultureInfo.InvariantCulture) ?? "");
        var kept = byHand.Count(p => ReportedOf(p) is { } said && !ReportWords.IsOf(TypedMinutes[p], said));
        var others = reading.Minutes.Keys.Count(p => !Session.FacilitatorIds.Contains(p) && Seated.All(e => e.PersonId != p));
        Filled = ReportWords.Of(Reported.Count - kept, kept, others);
        return Page();
    }

    /// <summary>Where the minutes of a seat come from.</summary>
    public string FromOf(Enrolment seat)
    {
        ArgumentNullException.ThrowIfNull(seat);
        return ReportWords.From(TypedMinutes.GetValueOrDefault(seat.PersonId) ?? "", ReportedOf(seat.PersonId), seat.CheckedInAt is null ? null : RollEngine.MinutesByCheckIn(seat, Session), IsRead);
    }

    private int? ReportedOf(string personId) => Reported.TryGetValue(personId, out var minutes) ? minutes : null;

    private async Task<IFormCollection> ReadFormAsync(CancellationToken cancel)
    {
        var form = await Request.ReadFormAsync(cancel);
        TypedMinutes = Seated.ToDictionary(e => e.PersonId, e => form[$"min-{e.PersonId}"].ToString().Trim());
        Excused = form["excused"].OfType<string>().ToHashSet();
        IsRead = form[ReadField] == "yes";
        Dictionary<string, int> reported = [];
        foreach (var seat in Seated)
            if (IsRead && int.TryParse(form[$"rep-{seat.PersonId}"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= Session.Minutes) reported[seat.PersonId] = minutes;
        Reported = reported;
        return form;
    }
}
