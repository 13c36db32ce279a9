namespace SupportBot.Cases;

/// <summary>A person's word that nothing of a case may be shredded.</summary>
/// <param name="At">UTC.</param>
public sealed record LegalHold(string PersonId, DateTimeOffset At);
