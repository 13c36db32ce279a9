namespace SupportBot.Directory;

/// <summary>What a source gave: all its rows, or none and the reason.</summary>
public sealed record PeopleReading
{
    private PeopleReading()
    {
    }

    public IReadOnlyList<PersonRow> Rows { get; private init; } = [];

    /// <summary>Notes of the source itself, beside what is wrong with a row.</summary>
    public IReadOnlyList<PeopleFault> Notes { get; private init; } = [];

    /// <summary>Why nothing could be read, as a short code for logs: <c>no-file</c>, <c>429</c>. Null where it could.</summary>
    public string? Code { get; private init; }

    /// <summary>The same as a sentence with the cure, for an administrator.</summary>
    public string Sentence { get; private init; } = "";

    /// <summary>How long the source asked to be left alone; zero where it did not.</summary>
    public TimeSpan After { get; private init; }

    public static PeopleReading Of(IReadOnlyList<PersonRow> rows, IReadOnlyList<PeopleFault>? notes = null) => new() { Rows = rows, Notes = notes ?? [] };

    public static PeopleReading Failed(string code, string sentence, TimeSpan after = default) => new() { Code = code, Sentence = sentence, After = after };
}
