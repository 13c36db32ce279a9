using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace SupportBot.Bench;

/// <summary>The channel's side: takes what the bot posts, answers with an id, and tells the worker of that conversation.</summary>
internal sealed class Connector(Options options)
{
    private static readonly byte[] Answer = "{\"id\":\"1712345678901\"}"u8.ToArray();

    public Slot[] Slots { get; } = [.. Enumerable.Range(0, 4096).Select(_ => new Slot())];

    /// <summary>What was posted, while <see cref="Record"/> is set.</summary>
    public List<string> Bodies { get; } = [];

    public bool Record { get; set; }

    public async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.ConnectorPort));
        var app = builder.Build();
        app.Run(TakeAsync);
        await app.StartAsync();
        return app;
    }

    private async Task TakeAsync(HttpContext context)
    {
        var isReply = await ReadAsync(context);
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer);
        if (isReply && context.Request.Method == "POST" && TrySlot(context.Request.Path.Value!, out var slot))
            Slots[slot].Signal();
    }

    // The body is read to its end; end of conversation, typing and traces are no replies.
    private async Task<bool> ReadAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync();
            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var isReply = !Contains(read.Buffer, "\"endOfConversation\""u8) && !Contains(read.Buffer, "\"typing\""u8) && !Contains(read.Buffer, "\"trace\""u8);
            if (Record && isReply)
            {
                lock (Bodies)
                    Bodies.Add($"{context.Request.Method} {context.Request.Path} {Encoding.UTF8.GetString(read.Buffer)}");
            }

            reader.AdvanceTo(read.Buffer.End);
            return isReply;
        }
    }

    private static bool Contains(ReadOnlySequence<byte> body, ReadOnlySpan<byte> word)
        => (body.IsSingleSegment ? body.FirstSpan : body.ToArray()).IndexOf(word) >= 0;

    // A conversation is called a:conv-WWWW-KKKK; W is the worker.
    private static bool TrySlot(string path, out int slot)
    {
        slot = 0;
        var at = path.IndexOf("conv-", StringComparison.Ordinal);
        return at >= 0 && path.Length >= at + 9 && int.TryParse(path.AsSpan(at + 5, 4), NumberStyles.None, CultureInfo.InvariantCulture, out slot);
    }
}
