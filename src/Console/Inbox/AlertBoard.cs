using System.Globalization;
using AdaptiveCards;
using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>One alert in a person's inbox: the card, and the same in plain parts for a page without scripts.</summary>
/// <param name="Key">Stays the same while the alert does; case number and alert id.</param>
/// <param name="Signature">Changes when anything but the passing of time has changed.</param>
/// <param name="TakenBy">Display name; null while nobody has it.</param>
public sealed record BoardEntry(string Key, string Signature, SeenCase Seen, Alert Alert, string SchoolName, string CardJson, string Told, string Age, string? TakenBy)
{
    public bool IsOpen => Alert.Acknowledged is null && Seen.Case.ClosedAt is null;
}

/// <param name="Unanswered">Cases whose whole ladder was told and nobody answered.</param>
public sealed record Board(IReadOnlyList<BoardEntry> Entries, IReadOnlyList<SeenCase> Unanswered)
{
    public string Signature => string.Join('|', Entries.Select(e => e.Signature).Concat(Unanswered.Select(u => u.Case.Number)));
}

/// <summary>Makes a person's inbox of the alerts that were sent there. Nothing on it was written by a reporter.</summary>
public sealed class AlertBoard(ICaseBook book, CaseSight sight, CaseList list, RefusalWords names, District district, ICardWords english, TimeProvider clock)
{
    private const int Most = 100;

    /// <param name="origin">Scheme and host that links on a card start with.</param>
    public async Task<Board> OfAsync(Person person, Uri origin, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var items = await book.InboxAsync(person.Id, Most, cancel);
        var entries = items
            .OrderByDescending(i => i.SentAt)
            .DistinctBy(i => (i.Case.Id, i.AlertId))
            .Select(i => sight.See(person, i.Case) is { } seen && seen.Case.Alerts.FirstOrDefault(a => a.Id == i.AlertId) is { } alert ? EntryOf(seen, alert, origin, now) : null)
            .OfType<BoardEntry>();
        var open = await list.OfAsync(person, new QueueFilter(null), cancel);
        return new Board([.. entries], [.. open.Cases.Where(c => c.Case.OpenAlert is { IsUnanswered: true })]);
    }

    private BoardEntry EntryOf(SeenCase seen, Alert alert, Uri origin, DateTimeOffset now)
    {
        var @case = seen.Case;
        var school = district.School(@case.SchoolId)?.Name ?? "";
        var told = alert.At + 1 + alert.Repeats;
        return new BoardEntry(
            $"{@case.Number}-{alert.Id}",
            string.Create(CultureInfo.InvariantCulture, $"{@case.Number}-{alert.Id}-{told}-{alert.Acknowledged?.PersonId}-{@case.State}-{@case.SchoolId}-{@case.UnreadReply}"),
            seen, alert, school, CardOf(seen, alert, school, told, origin, now).ToJson(), CaseAlertCard.Told(told, english),
            TimeWords.Ago(alert.RaisedAt, now, english), alert.Acknowledged is { } taken ? names.NameOf(taken.PersonId) : null);
    }

    private AdaptiveCard CardOf(SeenCase seen, Alert alert, string school, int told, Uri origin, DateTimeOffset now)
    {
        var (@case, plan) = (seen.Case, seen.Plan);
        var link = new CaseLink(@case.Number, new Uri(origin, $"/console/cases/{@case.Number}"), alert.Id);
        if (@case.ClosedAt is { } closed) return CaseClosedCard.Of(new CaseClosed(link, plan.Title, school, closed, now), english);
        return alert.Acknowledged is { } taken
            ? CaseTakenCard.Of(new CaseTaken(link, plan.Title, school, names.NameOf(taken.PersonId), taken.At, now, RefusalWords.StateWords(@case.State, plan)), english)
            : CaseAlertCard.Of(new AlertShown(link, plan.Title, alert.Severity, school, alert.RaisedAt, now, told), english);
    }
}
