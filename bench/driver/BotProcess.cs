using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SupportBot.Bench;

/// <summary>The bot under test, and what it costs. Linux: the figures come from /proc.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly StringBuilder _output = new();
    private readonly Process _process;

    private BotProcess(Process process, long started)
    {
        (_process, Started) = (process, started);
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>A stopwatch timestamp.</summary>
    public long Started { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>How it ended; 137 is a kill, 143 a request to end. Null while it runs.</summary>
    public int? ExitCode => _process.WaitForExit(500) ? _process.ExitCode : null;

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static BotProcess Start(Options options)
    {
        string[] command = options.Exec!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (options.BotCpus.Length > 0)
            command = ["taskset", "-c", options.BotCpus, .. command];
        var start = new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = options.Cwd ?? "" };
        start.Environment["PORT"] = options.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["SCENARIO"] = options.Scenario;
        start.Environment["ASPNETCORE_URLS"] = $"http://{Options.Host}:{options.Port}";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["NODE_ENV"] = "production";
        foreach (var entry in options.Env)
            start.Environment[entry[..entry.IndexOf('=')]] = entry[(entry.IndexOf('=') + 1)..];
        var started = Stopwatch.GetTimestamp();
        return new BotProcess(Process.Start(start)!, started);
    }

    public double CpuSeconds()
    {
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) / 100.0;
    }

    /// <summary>Megabytes in memory now, and the most there ever were.</summary>
    public (double Now, double Peak) Memory()
    {
        double now = 0, peak = 0;
        foreach (var line in File.ReadLines($"/proc/{_process.Id}/status"))
        {
            if (line.StartsWith("VmRSS:", StringComparison.Ordinal))
                now = double.Parse(line[6..^2].Trim()) / 1024;
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                peak = double.Parse(line[6..^2].Trim()) / 1024;
        }

        return (now, peak);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(5000);
        }

        if (Environment.GetEnvironmentVariable("BOTLOG") == "1")
            Console.Error.WriteLine(Output);
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            if (line is not null && _output.Length < 8000)
                _output.AppendLine(line);
        }
    }
}
