namespace SupportBot.Protocols;

/// <summary>How often one choice was made.</summary>
/// <param name="SchoolId">Empty where none was chosen.</param>
public sealed record SurveyCount(string SchoolId, string Question, string Choice, long Times);
