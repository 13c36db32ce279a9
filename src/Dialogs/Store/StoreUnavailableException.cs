namespace SupportBot.Dialogs;

/// <summary>The store cannot be written: full, read-only or gone. Nothing of the turn was saved, and the person is told exactly that.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException()
    {
    }

    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    public StoreUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
