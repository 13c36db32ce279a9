namespace SupportBot.Protocols;

/// <summary>What kind of answer a field takes.</summary>
public enum FieldType
{
    /// <summary>Words of the person.</summary>
    Text,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>One or more of the choices.</summary>
    Choices,

    /// <summary>A day, with a part of the day where known.</summary>
    Date,

    /// <summary>Id of a school of the directory.</summary>
    School,

    /// <summary>Words that name people; used to keep the people named out of the case.</summary>
    People,

    /// <summary>Ids of uploaded pictures.</summary>
    Pictures,

    /// <summary>A whole number.</summary>
    Number,
}

/// <summary>One question as put to the person.</summary>
public sealed record Field
{
    /// <summary>The answer's name in conditions, stories and the case.</summary>
    public required string Name { get; init; }

    public required FieldType Type { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>One sentence of help.</summary>
    public string? Help { get; init; }

    /// <summary>False: may be answered with <see cref="Skipped"/>.</summary>
    public bool Required { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Longest text in characters, or largest number.</summary>
    public int? Max { get; init; }

    /// <summary>Smallest number.</summary>
    public int? Min { get; init; }

    /// <summary>Most pictures, or most choices at once.</summary>
    public int? AtMost { get; init; }

    /// <summary>True when a day may not lie in the future.</summary>
    public bool NotAfterToday { get; init; }

    /// <summary>Asked only when this holds; null for always.</summary>
    public Condition? When { get; init; }

    /// <summary>True where a text that need not be given may be answered with what the person wrote to begin with. One that must be given always may.</summary>
    public bool FirstWords { get; init; }

    public Place Place { get; init; }

    /// <summary>True when a condition may test it.</summary>
    public bool IsChoice => Type is FieldType.Choice or FieldType.Choices;
}
