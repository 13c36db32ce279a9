using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Bench;

/// <summary>
/// The person's side: one kept-alive HTTP/1.1 connection. The requests are built once; a turn patches the conversation and
/// the activity id into the bytes, so that the driver costs little beside the bot.
/// </summary>
internal sealed class Client : IDisposable
{
    private static long s_id = 1700000000000;

    private readonly Socket _socket;
    private readonly (byte[] Bytes, int Conversation, int Id)[] _requests;
    private readonly byte[] _buffer = new byte[32768];

    private Client(Socket socket, (byte[], int, int)[] requests) => (_socket, _requests) = (socket, requests);

    public static async Task<Client> ConnectAsync(Options options, int worker)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, options.Port);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return new Client(socket, [.. options.Script.Select(text => Request(options, text, worker))]);
    }

    /// <summary>Posts one step of the script and reads the bot's answer to its end.</summary>
    /// <returns>The HTTP status.</returns>
    public async Task<int> PostAsync(int step, int conversation)
    {
        var (bytes, conversationAt, idAt) = _requests[step];
        Patch(bytes.AsSpan(conversationAt, 4), conversation);
        Utf8Formatter.TryFormat(Interlocked.Increment(ref s_id), bytes.AsSpan(idAt, 13), out _);
        for (var sent = 0; sent < bytes.Length;)
            sent += await _socket.SendAsync(bytes.AsMemory(sent));
        return await ReadAsync();
    }

    public void Dispose() => _socket.Dispose();

    private static (byte[], int, int) Request(Options options, string text, int worker)
    {
        var body = Body(options, text, worker);
        var bytes = Encoding.UTF8.GetBytes(
            $"POST {options.Path} HTTP/1.1\r\nHost: {Options.Host}:{options.Port}\r\nContent-Type: application/json; charset=utf-8\r\nAccept: application/json\r\nUser-Agent: botbench\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        return (bytes, bytes.AsSpan().IndexOf("-KKKK"u8) + 1, bytes.AsSpan().IndexOf("IDIDIDIDIDIDI"u8));
    }

    // What Teams sends for a message in a personal chat.
    private static string Body(Options options, string text, int worker) =>
        $$$"""{"text":"{{{text}}}","textFormat":"plain","type":"message","timestamp":"2026-01-15T10:00:00.1234567Z","localTimestamp":"2026-01-15T11:00:00.1234567+01:00","id":"IDIDIDIDIDIDI","channelId":"{{{options.Channel}}}","serviceUrl":"http://{{{Options.Host}}}:{{{options.ConnectorPort}}}/","from":{"id":"29:1yXk3QmVbJw7bq0uT2r0cP9Jd5xV8mNfGh{{{worker:D4}}}","name":"Ada Lovelace","aadObjectId":"6b1f8f3c-6c2e-4f5d-9d3a-0b7c2b9a{{{worker:D4}}}"},"conversation":{"conversationType":"personal","tenantId":"72f988bf-0000-41af-91ab-2d7cd011db47","id":"a:conv-{{{worker:D4}}}-KKKK"},"recipient":{"id":"28:00000000-1111-2222-3333-444444444444","name":"BenchBot"},"entities":[{"locale":"en-US","country":"US","platform":"Windows","timezone":"Europe/Berlin","type":"clientInfo"}],"channelData":{"tenant":{"id":"72f988bf-0000-41af-91ab-2d7cd011db47"}},"locale":"en-US","localTimezone":"Europe/Berlin"}""";

    private static void Patch(Span<byte> digits, int value)
    {
        for (var i = 3; i >= 0; i--, value /= 10)
            digits[i] = (byte)('0' + (value % 10));
    }

    private async Task<int> ReadAsync()
    {
        int length = 0, head;
        while ((head = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8)) < 0)
            length += await MoreAsync(length);
        var status = ((_buffer[9] - '0') * 100) + ((_buffer[10] - '0') * 10) + (_buffer[11] - '0');
        var (content, chunked) = Framing(_buffer.AsSpan(0, head));
        var body = head + 4;
        while (chunked ? !_buffer.AsSpan(body, length - body).EndsWith("0\r\n\r\n"u8) : length - body < content)
            length += await MoreAsync(length);
        return status;
    }

    private async Task<int> MoreAsync(int at)
    {
        var received = await _socket.ReceiveAsync(_buffer.AsMemory(at));
        return received > 0 ? received : throw new IOException("The bot closed the connection, or its answer is larger than this driver reads.");
    }

    private static (int Content, bool Chunked) Framing(ReadOnlySpan<byte> head)
    {
        var text = Encoding.ASCII.GetString(head);
        var at = text.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return (0, text.Contains("transfer-encoding: chunked", StringComparison.OrdinalIgnoreCase));
        var end = text.IndexOf('\r', at);
        return (int.Parse((end < 0 ? text[(at + 15)..] : text[(at + 15)..end]).Trim()), false);
    }
}
