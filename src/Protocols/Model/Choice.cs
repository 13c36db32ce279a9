namespace SupportBot.Protocols;

/// <summary>One named answer. The id is stored; the label is shown and may be in any language.</summary>
public sealed record Choice(string Id, string Label);
