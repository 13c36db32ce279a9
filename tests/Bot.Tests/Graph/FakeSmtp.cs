using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupportBot.Bot.Tests.Graph;

/// <summary>A mail server on this machine: takes mail, and answers to recipients as it is told.</summary>
internal sealed class FakeSmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private int _isOff;

    public FakeSmtp()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Recipient and message, in the order they were taken.</summary>
    public ConcurrentQueue<(string To, string Message)> Taken { get; } = new();

    /// <summary>Answer to a recipient; null takes them.</summary>
    public Func<string, string?> Refuses { get; set; } = _ => null;

    public async ValueTask DisposeAsync()
    {
        // A test may switch it off before its end.
        if (Interlocked.Exchange(ref _isOff, 1) == 1) return;
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // They hung up.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        async Task SayAsync(string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);
        await SayAsync("220 fake");
        var to = "";
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:<", StringComparison.OrdinalIgnoreCase))
            {
                to = line[9..line.IndexOf('>', StringComparison.Ordinal)];
                await SayAsync(Refuses(to) ?? "250 ok");
            }
            else if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync("354 go on");
                var message = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".") message.Append(part.StartsWith("..", StringComparison.Ordinal) ? part[1..] : part).Append("\r\n");
                Taken.Enqueue((to, message.ToString()));
                await SayAsync("250 taken");
            }
            else if (line.Equals("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await SayAsync("221 bye");
                return;
            }
            else await SayAsync("250 fake");
        }
    }
}
