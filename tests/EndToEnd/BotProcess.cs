using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SupportBot.EndToEnd;

/// <summary>
/// The built bot as its own process: on a free loopback port, in Development, with a data folder of its own that goes when it ends.
/// One for every test that asks for it in its constructor (a class or collection fixture).
/// </summary>
public sealed class BotProcess : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly List<string> _output = [];
    private Process? _process;

    /// <summary>Folder of everything this bot writes: database, keys, home, temporary files. Empty at the start.</summary>
    public string DataFolder { get; } = System.IO.Directory.CreateTempSubdirectory("supportbot-").FullName;

    /// <summary>The database file of the embedded default.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "db", "supportbot.db");

    /// <summary>Environment variables beside the usual ones, or instead of them. Set before the start.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    /// <summary>A program that starts the bot, with its arguments: <c>strace -f</c>. Set before the start.</summary>
    public string[] Under { get; set; } = [];

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Everything the bot printed so far.</summary>
    public string Output
    {
        get { lock (_output) return string.Join('\n', _output); }
    }

    /// <summary>The bot's process, for tests that stop it the hard way.</summary>
    public Process Process => _process ?? throw new InvalidOperationException("The bot was not started.");

    public async ValueTask InitializeAsync()
    {
        Address = $"http://127.0.0.1:{FreePort()}";
        await StartAsync();
    }

    /// <summary>Starts it, again after it was stopped: on the same port, with the same data.</summary>
    public async Task StartAsync()
    {
        string[] command = [.. Under, "dotnet", Program(), "--urls", Address];
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = DataFolder };
        foreach (var (name, value) in Usual().Concat(Settings)) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _process.OutputDataReceived += (_, e) => Keep(e.Data);
        _process.ErrorDataReceived += (_, e) => Keep(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ReadyAsync();
    }

    /// <summary>Ends it without a chance to tidy up, as a power cut does.</summary>
    public async Task KillAsync()
    {
        Process.Kill(entireProcessTree: true);
        await Process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        System.IO.Directory.Delete(DataFolder, recursive: true);
    }

    /// <summary>The bot's dll: the one that SUPPORTBOT_BOT names (a published one, say), else the one built for the same configuration as this test.</summary>
    internal static string Program()
    {
        if (Environment.GetEnvironmentVariable("SUPPORTBOT_BOT") is { Length: > 0 } named) return named;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Repository.Root, "src", "Bot", "bin", configuration, "net10.0", "SupportBot.Bot.dll");
    }

    private Dictionary<string, string> Usual() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["DOTNET_ENVIRONMENT"] = "Development",
        ["Storage__Provider"] = "sqlite",
        ["Storage__ConnectionString"] = $"Data Source={DatabaseFile}",
        ["Storage__Keys"] = Path.Combine(DataFolder, "keys"),
        // Where ASP.NET Core keeps its own keys; no test may leave any with whoever runs it.
        ["HOME"] = Folder("home"),
        ["TMPDIR"] = Folder("temp"),
        ["ASPNETCORE_TEMP"] = Folder("temp"),
    };

    private string Folder(string name) => System.IO.Directory.CreateDirectory(Path.Combine(DataFolder, name)).FullName;

    private async Task ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(5) };
        var since = Stopwatch.StartNew();
        while (since.Elapsed < Patience)
        {
            if (Process.HasExited) throw new InvalidOperationException($"The bot ended with {Process.ExitCode} before it was ready:\n{Output}");
            try
            {
                using var answer = await http.GetAsync("/health/ready");
                if (answer.StatusCode == HttpStatusCode.OK) return;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"The bot was not ready within {Patience}:\n{Output}");
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
