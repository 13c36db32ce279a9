using System.Text.Json;

namespace SupportBot.Wire;

/// <summary>More bytes came than an activity may have.</summary>
public sealed class ActivityTooLargeException : JsonException
{
    public ActivityTooLargeException(int limit)
        : base($"An activity of more than {limit} bytes.")
    {
    }

    public ActivityTooLargeException()
    {
    }

    public ActivityTooLargeException(string message)
        : base(message)
    {
    }

    public ActivityTooLargeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
