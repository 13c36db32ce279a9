using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>
/// A service refused a call. <see cref="Request"/> never holds the content that was sent: it is what a person wrote, and exceptions end up in logs.
/// </summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>What the service said, or null when it did not say it in the agreed form.</summary>
    public ErrorResponse Body { get; set; }
}
