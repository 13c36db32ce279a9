using SupportBot.Protocols;

namespace SupportBot.Console;

/// <summary>
/// Walks a protocol for somebody who only looks: the engine that people are led by, and nobody who does what it wants done. Touches no
/// store, no outbox, no log.
/// </summary>
public sealed class DryRuns(ProtocolShelf shelf, ReviewBoard day, Directory.District district, ProtocolWords words)
{
    private readonly DryRunWords _words = new(shelf, district, words);

    public DryRun Start(Protocol protocol, string language)
    {
        var library = On(protocol);
        var sprint = ProtocolEngine.Start(protocol, new RunStart("dry-run", day.Today), library);
        return new DryRun(sprint.Run, language, _words.Of(sprint, 0, language));
    }

    /// <summary>Takes an input, or says why not; then the run is as it was.</summary>
    /// <param name="did">what whoever tries it did, in words</param>
    public (DryRun Dry, InputRefusal? Refused) Take(DryRun dry, ProtocolInput input, IEnumerable<DryLine> did)
    {
        var sprint = ProtocolEngine.Resume(dry.Run, input, On(shelf.Get(dry.Run.Key)!));
        return sprint.Refused is { } refused ? (dry, refused) : (dry.With(sprint.Run, [.. did, .. _words.Of(sprint, dry.Run.Walked.Count, dry.Language)]), null);
    }

    /// <summary>False where the content that the run walks on is not the content there is: the district has changed a draft, or the program was updated.</summary>
    public bool CanGoOn(DryRun dry) => dry.Run.Frames.All(f => shelf.Get(f.Key)?.Hash == f.Hash);

    /// <summary>The open question in the chosen language; null where none is open.</summary>
    public Question? Open(DryRun dry) =>
        ProtocolEngine.Open(dry.Run, On(shelf.Get(dry.Run.Key)!)) is { } question ? _words.Over(question, dry.Language) : null;

    /// <summary>The cases that it would have opened, with their tasks and gates.</summary>
    public IReadOnlyList<DryCase> CasesOf(DryRun dry) => _words.CasesOf(dry.Run);

    /// <summary>The step that waits, with its protocol.</summary>
    public (Protocol Protocol, Step Step) Here(DryRun dry)
    {
        var protocol = shelf.Get(dry.Run.Top.Key)!;
        return (protocol, protocol.Find(dry.Run.Top.StepId)!);
    }

    public IReadOnlyList<Protocol> Walked(DryRun dry) => [.. dry.Run.Walked.Select(w => w.Protocol).Distinct().Select(shelf.Get).OfType<Protocol>()];

    private DryLibrary On(Protocol protocol) => new(shelf, day.Today, protocol.Status == ProtocolStatus.Draft);

    /// <summary>The shelf as on any day; where a draft is tried, what it calls may be a draft too.</summary>
    private sealed class DryLibrary(ProtocolShelf shelf, DateOnly today, bool takesDrafts) : ILibrary
    {
        public Protocol? Get(ProtocolKey key) => shelf.Get(key);

        public Protocol? Newest(string id) =>
            shelf.Startable(id, today) ?? (takesDrafts ? shelf.Versions(id).LastOrDefault(p => p.Status == ProtocolStatus.Draft && !shelf.IsRecalled(p.Key)) : null);
    }
}
