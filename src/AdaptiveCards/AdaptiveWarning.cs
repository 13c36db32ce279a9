namespace AdaptiveCards;

/// <summary>Something in a card that was read, kept, and will not be shown as its writer meant it.</summary>
public class AdaptiveWarning(int code, string message)
{
    internal const int UnknownElementType = 1;
    internal const int UnknownActionType = 2;
    internal const int UnsupportedSchemaVersion = 3;

    public int Code { get; set; } = code;

    public string Message { get; set; } = message;

    public override string ToString() => Message;
}
