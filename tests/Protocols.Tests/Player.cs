using SupportBot.Cases;

namespace SupportBot.Protocols.Tests;

/// <summary>Plays a run in a test; the run is written and read again before every input.</summary>
internal sealed class Player
{
    private readonly ILibrary _library;

    public Player(Protocol protocol, params Protocol[] others)
        : this(protocol, new Bookshelf([protocol, .. others])) { }

    public Player(Protocol protocol, ILibrary library, IReadOnlyDictionary<string, AnswerValue>? known = null)
    {
        _library = library;
        Last = ProtocolEngine.Start(protocol, new RunStart("r1", Samples.Today) { Known = known ?? new Dictionary<string, AnswerValue>() }, library);
    }

    public Sprint Last { get; private set; }

    public ProtocolRun Run => Last.Run;

    public string Token => Run.Token!;

    public Question Question => ProtocolEngine.Open(Run, _library)!;

    /// <summary>Names of the open fields.</summary>
    public IEnumerable<string> OpenFields => Question.Fields.Select(f => f.Name);

    public IEnumerable<string> Said => Last.Effects.OfType<Say>().Select(s => s.StepId);

    public T Effect<T>() where T : Effect => Assert.Single(Last.Effects.OfType<T>());

    public Player Pick(string field, string choice) => Give(field, new ChoiceAnswer(choice));

    public Player Write(string field, string words) => Give(field, new TextAnswer(new PersonText(words)));

    public Player Give(string field, AnswerValue value) => Take(GiveAnswer.To(Token, field, value));

    public Player Take(ProtocolInput input)
    {
        Last = ProtocolEngine.Resume(ProtocolRunJson.Read(ProtocolRunJson.Write(Run)), input, _library);
        return this;
    }

    public InputRefusal RefusedFor(ProtocolInput input)
    {
        var sprint = ProtocolEngine.Resume(Run, input, _library);
        Assert.NotNull(sprint.Refused);
        Assert.Same(Run, sprint.Run);
        Assert.Empty(sprint.Effects);
        return sprint.Refused;
    }
}
