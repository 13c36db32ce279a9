using System.Security.Cryptography;
using System.Text.Json;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>
/// Brings the people of the source into the directory: those of the last time before any door is open, and the newest at start and every few
/// minutes. What was not kept in the database is not in force, so that an id that is in use is known after a restart. A source that fails or
/// looks broken changes nothing.
/// </summary>
public sealed class PeopleWorker(IPeopleSource source, PeopleList list, District district, PeopleStatus status, PeopleOptions options, TimeProvider time, ILogger<PeopleWorker> log)
    : WorkLoop(time, log)
{
    private const int Tries = 5;
    private const string Refused = "refused";
    private const string ListUnreadable = "list-unreadable";
    private const string ListSentence = "The list of people in the database cannot be read or written, so nothing is taken from the source: ids might be given twice. Ask whoever runs the database.";
    private static readonly TimeSpan SoonestAgain = TimeSpan.FromMinutes(1);
    private bool _keptIsIn;
    private bool _hasRead;
    private bool _hasTaken;
    private DateTimeOffset _next;
    private string? _stampRead;
    private string? _stampSeen;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BringKeptAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task<bool> WorkAsync(CancellationToken cancel)
    {
        // Without the kept list nobody knows whose id an id is: nothing is read before it can be.
        if (!_keptIsIn) await BringKeptAsync(cancel);
        var stamp = source.Stamp;
        if (!_keptIsIn || !IsDue(stamp)) return false;
        PeopleReading reading;
        try
        {
            reading = await source.ReadAsync(cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            reading = PeopleReading.Failed(e.GetType().Name, $"{source.Name} cannot be read.");
        }

        // It was written while it was read: what was read may be half of it.
        if (source.Stamp != stamp) return false;
        (_hasRead, _stampRead, _next) = (true, stamp, Time.GetUtcNow() + TimeSpan.FromMinutes(options.Minutes));
        if (reading.Code is { } code)
        {
            Failed(code, reading.Sentence, [], reading.After);
            return false;
        }

        try
        {
            await TakeAsync(reading, cancel);
        }
        catch (Exception e) when (IsOfTheList(e))
        {
            Failed(ListUnreadable, ListSentence, [], TimeSpan.Zero);
        }

        return false;
    }

    // A file that changes is read when it has been the same for a round.
    private bool IsDue(string? stamp)
    {
        var hasSettled = stamp == _stampSeen;
        _stampSeen = stamp;
        return !_hasRead || (stamp == _stampRead ? Time.GetUtcNow() >= _next : hasSettled);
    }

    private async Task TakeAsync(PeopleReading reading, CancellationToken cancel)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            var kept = await list.ReadAsync(cancel);
            var book = kept.Revision == 0 ? PeopleBook.Of(district) : PeopleBookJson.Read(kept.Content);
            var merged = PeopleMerge.Merge(reading.Rows, book, district, options.FewerIsMeant && !_hasTaken);
            if (merged.Refused is { } sentence)
            {
                Failed(Refused, sentence, [.. reading.Notes, .. merged.Faults], TimeSpan.Zero);
                return;
            }

            var now = Time.GetUtcNow();
            var content = PeopleBookJson.Write(merged.Book);
            // Another process may have read the same source and given ids: then it is looked at again, with those.
            if (!(kept.Revision > 0 && content.AsSpan().SequenceEqual(kept.Content.Span)) && !await list.WriteAsync(kept.Revision, content, now)) continue;
            district.Bring(merged.Book.People);
            _hasTaken = true;
            status.Taken(now, [.. reading.Notes, .. merged.Faults]);
            Log.PeopleTaken(log, merged.Book.People.Count, merged.Came.Count, merged.Left.Count, merged.Faults.Count(f => f.IsRefusal));
            return;
        }

        Failed("written-meanwhile", "Another process of this program writes the list of people again and again.", [], TimeSpan.Zero);
    }

    private static bool IsOfTheList(Exception e) => e is CryptographicException or JsonException or Dialogs.StoreUnavailableException;

    private void Failed(string code, string sentence, IReadOnlyList<PeopleFault> faults, TimeSpan after)
    {
        var now = Time.GetUtcNow();
        // What was read and refused is the same a minute later; what could not be read may be there.
        if (after > SoonestAgain) _next = now + after;
        else if (code != Refused && now + SoonestAgain < _next) _next = now + SoonestAgain;
        if (status.Failed(now, code, sentence, faults)) Log.PeopleNotTaken(log, code);
    }

    private async Task BringKeptAsync(CancellationToken cancel)
    {
        try
        {
            var kept = await list.ReadAsync(cancel);
            if (kept.Revision > 0)
            {
                var book = PeopleBookJson.Read(kept.Content);
                district.Bring(book.People);
                status.Kept(kept.At);
                Log.PeopleKept(log, book.People.Count, kept.Revision);
            }

            _keptIsIn = true;
        }
        catch (Exception e) when (IsOfTheList(e))
        {
            Failed(ListUnreadable, ListSentence, [], TimeSpan.Zero);
        }
    }
}
