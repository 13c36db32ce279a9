using SupportBot.Cases;

namespace SupportBot.Dialogs;

/// <summary>For verbs that promise no time.</summary>
internal sealed class NoCalendar : ICaseCalendar
{
    public static NoCalendar Instance { get; } = new();

    public DateTimeOffset Add(DateTimeOffset from, Span span) => throw new InvalidOperationException("This verb promises no time.");
}
