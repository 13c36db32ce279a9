namespace SupportBot.Graph;

/// <summary>What a call gave: a value, or why there is none.</summary>
/// <param name="Value">Null where <paramref name="Failure"/> says why, and where Graph answers with nothing.</param>
public sealed record GraphAnswer<T>(T? Value, GraphFailure? Failure)
{
    public bool IsSuccess => Failure is null;
}
