using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SupportBot.EndToEnd;

/// <summary>
/// Microsoft's Agents Playground as its own process: a Teams on this machine, as one demo person sees it. npm fetches it when it is
/// needed; its licence allows evaluation only.
/// </summary>
internal sealed partial class Playground : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly DirectoryInfo _folder;
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<string> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Playground(DirectoryInfo folder, Process process) => (_folder, _process) = (folder, process);

    public string Address { get; private set; } = "";

    /// <summary>Fetches it, or fails with a sentence that says why it could not be had.</summary>
    public static async Task FetchAsync()
    {
        if (await NodeScript.MissingAsync() is { } missing) Assert.Fail($"The Agents Playground cannot run: {missing}.");
        await NodeScript.InstallAsync("Playground");
    }

    /// <summary>Starts one against a bot.</summary>
    /// <param name="people">Folder of the repository with the <c>.m365agentsplayground.yml</c> that says who is who.</param>
    public static async Task<Playground> StartAsync(string people, string bot)
    {
        // It writes a log beside its configuration, so it gets a folder of its own.
        var folder = System.IO.Directory.CreateTempSubdirectory("playground-");
        File.Copy(Path.Combine(Repository.Root, people, ".m365agentsplayground.yml"), Path.Combine(folder.FullName, ".m365agentsplayground.yml"));
        var program = Path.Combine(AppContext.BaseDirectory, "Playground", "node_modules", "@microsoft", "m365agentsplayground", "cli.js");
        string[] arguments = [program, "start", "--app-endpoint", $"{bot}/api/messages", "--channel-id", "msteams", "--port", $"{BotProcess.FreePort()}", "--disable-telemetry"];
        var start = new ProcessStartInfo("node", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.FullName };
        // It would show itself in the browser of whoever runs the test.
        start.Environment["BROWSER"] = "true";
        var playground = new Playground(folder, Process.Start(start) ?? throw new InvalidOperationException("node did not start."));
        await playground.ListenAsync();
        return playground;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    // A port that was taken meanwhile is replaced by another one, so what it prints is what counts. With a configuration that it does not
    // like it prints that as well, and then ends without a word.
    private async Task ListenAsync()
    {
        _process.OutputDataReceived += (_, e) => Read(e.Data);
        _process.ErrorDataReceived += (_, e) => Read(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_port.Task, ended, Task.Delay(Patience)) != _port.Task) throw new InvalidOperationException($"The Agents Playground did not start:\n{Output}");
        Address = $"http://localhost:{await _port.Task}";

        using var http = new HttpClient { Timeout = Patience };
        using var page = await http.GetAsync(Address);
        if (_process.HasExited || !page.IsSuccessStatusCode) throw new InvalidOperationException($"The Agents Playground ended at once; is its configuration what it wants?\n{Output}");
    }

    private string Output
    {
        get { lock (_output) return string.Join('\n', _output); }
    }

    private void Read(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
        if (Listening().Match(line) is { Success: true } found) _port.TrySetResult(found.Groups[1].Value);
    }

    [GeneratedRegex(@"Listening on (\d+)")]
    private static partial Regex Listening();
}
