namespace SupportBot.Storage;

/// <summary>What stands in calendars for a session, and whether it is in step with it.</summary>
internal sealed class TrainingEventRow
{
    public required byte[] Session { get; init; }

    public int Way { get; init; }

    /// <summary>The calendar's own id; null while there is none.</summary>
    public string? Event { get; init; }

    public required string ChangeKey { get; init; }

    /// <summary>Higher each time the event is made anew.</summary>
    public int Revision { get; init; }

    /// <summary>How often it was moved.</summary>
    public int Sequence { get; init; }

    /// <summary>Whom it invites, and as of which sequence they know it: <c>maya-okafor:0 rosa-diaz:1</c>.</summary>
    public required string Guests { get; init; }

    /// <summary>Hash of the time and place that were sent last; empty where nothing was.</summary>
    public required string Sent { get; init; }

    public int State { get; init; }

    /// <summary>Why the calendar refuses it; empty where it does not.</summary>
    public required string Code { get; init; }

    /// <summary>Rises with every change of the session: what was begun before one is not the end of it.</summary>
    public long Wanted { get; init; }

    /// <summary>When it is looked at; null while it is in step.</summary>
    public long? Due { get; init; }

    public int Attempts { get; init; }

    public long Lease { get; init; }
}
