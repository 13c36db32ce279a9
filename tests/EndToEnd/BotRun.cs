using System.Diagnostics;

namespace SupportBot.EndToEnd;

/// <summary>The built bot run to its end: for starts that must fail, and for its commands.</summary>
internal static class BotRun
{
    // How fast it is stands in bench/: here it runs beside everything else.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <returns>The exit code and everything that was printed.</returns>
    /// <exception cref="TimeoutException">It did not end; it was ended.</exception>
    public static async Task<(int Code, string Output)> ToItsEndAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [BotProcess.Program(), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The bot did not end. It printed:\n{await output}{await errors}");
        }

        return (process.ExitCode, await output + await errors);
    }
}
