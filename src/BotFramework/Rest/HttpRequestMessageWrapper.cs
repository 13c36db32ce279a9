namespace Microsoft.Rest;

/// <summary>What an exception keeps of a request after its message is disposed.</summary>
public class HttpRequestMessageWrapper
{
    public HttpRequestMessageWrapper(HttpRequestMessage httpRequest, string content)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        Method = httpRequest.Method;
        RequestUri = httpRequest.RequestUri;
        Content = content;
    }

    public HttpMethod Method { get; protected set; }

    public Uri RequestUri { get; protected set; }

    public string Content { get; set; }
}
