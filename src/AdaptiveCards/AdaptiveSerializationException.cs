namespace AdaptiveCards;

/// <summary>The JSON is not an Adaptive Card. The message says where and why; it repeats no text of the card.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    public AdaptiveSerializationException()
    {
    }

    public AdaptiveSerializationException(string message) : base(message)
    {
    }

    public AdaptiveSerializationException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
