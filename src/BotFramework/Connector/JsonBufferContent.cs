using System.Net;
using System.Net.Http.Headers;
using SupportBot.Wire;

namespace SupportBot.Connector;

/// <summary>Sends a buffer without copying it. The buffer stays its owner's.</summary>
internal sealed class JsonBufferContent : HttpContent
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private readonly ReadOnlyMemory<byte> _json;

    public JsonBufferContent(JsonBuffer buffer)
    {
        _json = buffer.Written;
        Headers.ContentType = Json;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context) => stream.WriteAsync(_json).AsTask();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext context, CancellationToken cancellationToken) =>
        stream.WriteAsync(_json, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
