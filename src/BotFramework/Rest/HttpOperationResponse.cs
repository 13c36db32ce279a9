namespace Microsoft.Rest;

/// <summary>A call and its answer. Disposing it disposes both messages.</summary>
public class HttpOperationResponse : IDisposable
{
    /// <summary>What was sent; without its content, which is gone once it is sent.</summary>
    public HttpRequestMessage Request { get; set; }

    /// <summary>What came back; its content has been read.</summary>
    public HttpResponseMessage Response { get; set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Request?.Dispose();
        Response?.Dispose();
    }
}

/// <summary>A call and its answer as <typeparamref name="TBody"/>.</summary>
public class HttpOperationResponse<TBody> : HttpOperationResponse
{
    public TBody Body { get; set; }
}
