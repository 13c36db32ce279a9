namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Lets one through at a time for each case. One more may wait: whoever goes next sees everything that happened before, so a third has
/// nothing to add and is sent away.
/// </summary>
internal sealed class CaseGate
{
    private readonly Dictionary<Guid, Place> _places = [];

    /// <returns>To be disposed when done; null where somebody waits already.</returns>
    public async Task<IDisposable?> EnterAsync(Guid caseId, CancellationToken cancel)
    {
        Place place;
        lock (_places)
        {
            place = _places.TryGetValue(caseId, out var there) ? there : _places[caseId] = new Place();
            if (place.Count > 1) return null;
            place.Count++;
        }

        try
        {
            await place.Free.WaitAsync(cancel);
            return new Pass(this, caseId, place);
        }
        catch
        {
            Leave(caseId, place);
            throw;
        }
    }

    private void Leave(Guid caseId, Place place)
    {
        lock (_places)
            if (--place.Count == 0) _places.Remove(caseId);
    }

    private sealed class Place
    {
        public SemaphoreSlim Free { get; } = new(1);

        /// <summary>Who is inside and who waits.</summary>
        public int Count { get; set; }
    }

    private sealed class Pass(CaseGate gate, Guid caseId, Place place) : IDisposable
    {
        public void Dispose()
        {
            place.Free.Release();
            gate.Leave(caseId, place);
        }
    }
}
