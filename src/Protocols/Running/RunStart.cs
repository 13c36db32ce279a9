namespace SupportBot.Protocols;

/// <summary>What a run begins with.</summary>
/// <param name="Today">the day in the school's time zone</param>
public sealed record RunStart(string RunId, DateOnly Today)
{
    /// <summary>Answers known beforehand, by field name: those questions are not asked, in this protocol or one it calls.</summary>
    public IReadOnlyDictionary<string, AnswerValue> Known { get; init; } = new Dictionary<string, AnswerValue>();
}
