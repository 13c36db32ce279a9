using System.Diagnostics;

namespace SupportBot.Package.Tests;

/// <summary>A real program, run to its end in the repository.</summary>
internal static class Command
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Nothing is read from the keyboard and nothing is told to anybody; a program that does not end is stopped and says so.</summary>
    public static (int Code, string Said) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = Root, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} did not end within {Patience.TotalSeconds} seconds.");
        }

        // A grandchild may hold the pipes open after its parent is gone.
        return Task.WaitAll([said, errors], Patience)
            ? (process.ExitCode, said.Result + errors.Result)
            : (-1, $"{program} ended, and something that it started did not.");
    }

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "SupportBot.sln"))) return at.FullName;
        throw new InvalidOperationException($"No SupportBot.sln above {folder}.");
    }
}
