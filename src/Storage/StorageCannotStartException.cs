namespace SupportBot.Storage;

/// <summary>Something an operator must put right before the program may run: the message says what, where and how.</summary>
public sealed class StorageCannotStartException : Exception
{
    public StorageCannotStartException(string message, Exception? inner = null) : base(message, inner) { }
}
