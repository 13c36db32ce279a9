using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>One way through a protocol and what must come of it.</summary>
public sealed record Story
{
    public required string Name { get; init; }

    /// <summary>Answers by name, and by step id for hand-offs, tasks and silence.</summary>
    public required YamlMap Answers { get; init; }

    /// <summary>True: every rung of every ladder is told.</summary>
    public bool NobodyAcknowledges { get; init; }

    public required StoryExpectation Expect { get; init; }

    /// <summary>What is done with the case afterwards; null for stories of the conversation only.</summary>
    public YamlList? Case { get; init; }

    /// <summary>Where the case is; null: the first jurisdiction of the header.</summary>
    public string? Jurisdiction { get; init; }

    public required Place Place { get; init; }
}

/// <summary>What a story must come to; a null is not looked at.</summary>
public sealed record StoryExpectation
{
    public string? Outcome { get; init; }

    /// <summary><c>none</c>, <c>standard</c>, <c>urgent</c> or <c>critical</c>.</summary>
    public string? Case { get; init; }

    /// <summary>Roles told by alerts, each once, in the order they were told first.</summary>
    public IReadOnlyList<string>? Told { get; init; }

    /// <summary>Steps that must not be walked.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>How often steps must be walked.</summary>
    public IReadOnlyDictionary<string, int> Visits { get; init; } = new Dictionary<string, int>();
}

/// <summary>The stories of one version.</summary>
/// <param name="Today">the day they are set on; null: the day the protocol takes effect</param>
public sealed record StoryBook(string File, ProtocolKey Protocol, DateOnly? Today, IReadOnlyList<Story> All);
