namespace SupportBot.Graph;

/// <summary>A mail that a calendar understands.</summary>
/// <param name="Text">For whoever reads it as a mail.</param>
/// <param name="Method">Of iTIP: <c>REQUEST</c> or <c>CANCEL</c>.</param>
/// <param name="Content">The iCalendar object.</param>
public sealed record CalendarMail(string Subject, string Text, string Method, string Content);
