namespace SupportBot.Protocols;

/// <summary>A walk of a case cannot go on, or something about the case is not as it must be.</summary>
/// <param name="at">Place of the protocol, as <see cref="Protocol.PlaceOf"/> knows it.</param>
internal sealed class CaseWalkBroken(string at, string what) : Exception(what)
{
    public string At { get; } = at;
}
