namespace SupportBot.State;

/// <summary>A write was made from a version that is no longer the newest; nothing was written. Load again and run the turn once more.</summary>
public sealed class ETagConflictException : ArgumentException
{
    public ETagConflictException()
    {
    }

    public ETagConflictException(string message)
        : base(message)
    {
    }

    public ETagConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static ETagConflictException Between(string written, string stored) =>
        new($"Etag conflict. Written from {written ?? "nothing"}, stored is {stored ?? "nothing"}.");
}
