namespace SupportBot.Connector;

/// <summary>An address that the bot sends nothing to. No connection was made.</summary>
public sealed class RefusedAddressException : Exception
{
    public RefusedAddressException()
        : this("The bot sends nothing to this address.")
    {
    }

    public RefusedAddressException(string message)
        : base(message)
    {
    }

    public RefusedAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
