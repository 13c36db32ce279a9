namespace SupportBot.Bot;

/// <summary>A chat that a person of staff is in.</summary>
/// <param name="Number">Of its case.</param>
public sealed record OpenTalk(string Number, Guid HandOver);
