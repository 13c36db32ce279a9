namespace SupportBot.Dialogs;

/// <summary>What begins a protocol in a conversation.</summary>
/// <param name="FirstWords">What the person had already written: offered where the protocol asks for it, so that nobody types a thing twice.</param>
internal sealed record ProtocolStart(string ProtocolId, string? FirstWords)
{
    public override string ToString() => ProtocolId;
}
