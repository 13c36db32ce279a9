namespace SupportBot.Connector;

/// <summary>There is no token to show to the channel, so nothing was sent.</summary>
public sealed class AppTokenException : Exception
{
    public AppTokenException()
        : this("No token could be had for the channel.")
    {
    }

    public AppTokenException(string message)
        : base(message)
    {
    }

    public AppTokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
