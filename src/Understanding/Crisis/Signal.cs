namespace SupportBot.Understanding;

/// <summary>What a person's words raise. Detection raises urgency and never lowers it; it decides nothing else.</summary>
/// <param name="Kind">one of <see cref="CrisisSignals.Kinds"/>; a protocol starts on <c>signal:&lt;kind&gt;</c></param>
public sealed record Signal(string Kind, SignalUrgency Urgency);

/// <summary>How soon help must be on screen and a person told. Ordered.</summary>
public enum SignalUrgency
{
    /// <summary>May be meant: show help and see to it that a person looks today.</summary>
    Urgent,

    /// <summary>Said outright: show help and tell a person now.</summary>
    Critical,
}
