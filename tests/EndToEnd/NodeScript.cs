using System.Diagnostics;

namespace SupportBot.EndToEnd;

/// <summary>Runs a script of the Node folder, beside the packages that its lock file names.</summary>
internal static class NodeScript
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>Folder in the test's output with the scripts and, after <see cref="InstallAsync"/>, their packages.</summary>
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Node");

    /// <summary>Why scripts cannot run on this machine, or null.</summary>
    public static async Task<string?> MissingAsync()
    {
        foreach (var program in new[] { "node", Npm })
            try
            {
                if ((await RunAsync(program, "--version")).Code != 0) return $"{program} does not work here";
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return $"{program} is not installed: the test needs Node.js 20 or newer with npm";
            }

        return null;
    }

    /// <summary>Fetches the packages once, exactly as the lock file has them.</summary>
    public static async Task InstallAsync()
    {
        await Installing.WaitAsync();
        try
        {
            var stamp = Path.Combine(Folder, "node_modules", ".complete");
            if (File.Exists(stamp) && File.GetLastWriteTimeUtc(stamp) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"))) return;
            var (code, output) = await RunAsync(Npm, "ci", "--no-progress");
            Assert.True(code == 0, $"npm ci failed:\n{output}");
            await File.WriteAllTextAsync(stamp, "");
        }
        finally
        {
            Installing.Release();
        }
    }

    public static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Folder };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}
