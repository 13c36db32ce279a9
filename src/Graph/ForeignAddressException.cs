namespace SupportBot.Graph;

/// <summary>A request was to go to another address than the configured Graph, and did not leave.</summary>
public sealed class ForeignAddressException : InvalidOperationException
{
    public ForeignAddressException()
        : base("The request names another address than Graph's.")
    {
    }

    public ForeignAddressException(string message)
        : base(message)
    {
    }

    public ForeignAddressException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
