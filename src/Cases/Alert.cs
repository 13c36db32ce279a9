namespace SupportBot.Cases;

/// <summary>One rung of a ladder: who is told, and how long they have to acknowledge before the next rung.</summary>
public sealed record Rung(string Role, Span Within);

/// <summary>First acknowledgement of an alert. There is never a second.</summary>
public sealed record Acknowledgement(string PersonId, DateTimeOffset At);

/// <summary>An alert: a ladder of deadlines that only a person's acknowledgement ends.</summary>
/// <param name="Id">Unique in its case: <c>a1</c>, <c>a2</c> …</param>
/// <param name="Ladder">At least one rung; the last repeats for ever.</param>
/// <param name="At">Index of the rung that was told last.</param>
/// <param name="Token">Changes with every climb; a deadline that carries an older one is dropped.</param>
/// <param name="RaisedAt">UTC: when the first rung is sent.</param>
/// <param name="Repeats">How often the last rung was told again.</param>
public sealed record Alert(string Id, Severity Severity, IReadOnlyList<Rung> Ladder, int At, string Token, DateTimeOffset RaisedAt, int Repeats = 0)
{
    public Acknowledgement? Acknowledged { get; init; }

    public Rung Rung => Ladder[At];

    public bool IsLastRung => At == Ladder.Count - 1;

    /// <summary>True once the whole ladder was told and still nobody answered: the console turns red.</summary>
    public bool IsUnanswered => Acknowledged is null && Repeats > 0;
}
