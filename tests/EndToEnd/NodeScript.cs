using System.Diagnostics;

namespace SupportBot.EndToEnd;

/// <summary>Runs scripts and fetches packages: those that the lock file of a folder names.</summary>
internal static class NodeScript
{
    private static readonly SemaphoreSlim Installing = new(1);

    /// <summary>Folder in the test's output with scripts or none and, after <see cref="InstallAsync"/>, its packages.</summary>
    private static string At(string folder) => Path.Combine(AppContext.BaseDirectory, folder);

    /// <summary>Why scripts cannot run on this machine, or null.</summary>
    public static async Task<string?> MissingAsync()
    {
        foreach (var program in new[] { "node", Npm })
            try
            {
                if ((await RunInAsync("Node", program, "--version")).Code != 0) return $"{program} does not work here";
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return $"{program} is not installed: the test needs Node.js 20 or newer with npm";
            }

        return null;
    }

    /// <summary>Fetches the packages once, exactly as the lock file has them.</summary>
    public static async Task InstallAsync(string folder = "Node")
    {
        await Installing.WaitAsync();
        try
        {
            var stamp = Path.Combine(At(folder), "node_modules", ".complete");
            if (File.Exists(stamp) && File.GetLastWriteTimeUtc(stamp) >= File.GetLastWriteTimeUtc(Path.Combine(At(folder), "package-lock.json"))) return;
            var (code, output) = await RunInAsync(folder, Npm, "ci", "--no-progress");
            Assert.True(code == 0, $"npm could not fetch the packages of {folder}:\n{output}");
            await File.WriteAllTextAsync(stamp, "");
        }
        finally
        {
            Installing.Release();
        }
    }

    /// <summary>Runs a program in the Node folder.</summary>
    public static Task<(int Code, string Output)> RunAsync(string program, params string[] arguments) => RunInAsync("Node", program, arguments);

    private static async Task<(int Code, string Output)> RunInAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = At(folder) };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await errors);
    }

    private static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
}
