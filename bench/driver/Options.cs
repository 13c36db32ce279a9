using System.Globalization;

namespace SupportBot.Bench;

/// <summary>What to measure, and how. The arguments are the names in lower case with two dashes.</summary>
internal sealed class Options
{
    public const string Host = "127.0.0.1";

    public string Name { get; private set; } = "bot";

    public int Port { get; private set; } = 3978;

    public string Path { get; private set; } = "/api/messages";

    /// <summary>Where the driver plays the connector.</summary>
    public int ConnectorPort { get; private set; } = 3979;

    /// <summary>echo or dialog.</summary>
    public string Scenario { get; private set; } = "echo";

    /// <summary>The command that starts the bot; without one the bot is running already.</summary>
    public string? Exec { get; private set; }

    public string? Cwd { get; private set; }

    /// <summary>Processors for the bot, as taskset writes them; all when empty.</summary>
    public string BotCpus { get; private set; } = "";

    public int Concurrency { get; private set; } = 64;

    /// <summary>Conversations that each worker goes through in turn.</summary>
    public int Conversations { get; private set; } = 50;

    /// <summary>Seconds.</summary>
    public int Warmup { get; private set; } = 8;

    /// <summary>Seconds.</summary>
    public int Duration { get; private set; } = 10;

    /// <summary>Seconds with one conversation alone, for its latency.</summary>
    public int Solo { get; private set; } = 4;

    /// <summary>True to check what the bot says and measure nothing.</summary>
    public bool Verify { get; private set; }

    /// <summary>True to print the replies whole.</summary>
    public bool Full { get; private set; }

    /// <summary>Seconds to print the throughput every five of, to see how long a runtime takes to settle.</summary>
    public int Trend { get; private set; }

    /// <summary>A file that gets one line of JSON a run.</summary>
    public string? Out { get; private set; }

    public string Channel { get; private set; } = "msteams";

    /// <summary>NAME=value for the bot's environment.</summary>
    public List<string> Env { get; } = [];

    public string[] Script => Scenario == "echo" ? ["hello there"] : ["hi", "Ada", "green", "yes"];

    public string[] Expected => Scenario == "echo" ? ["Echo: hello there"] : ["What is your name?", "Pick a colour.", "Is that right?", "Thanks Ada, you picked green"];

    public static Options Parse(string[] args)
    {
        var options = new Options();
        for (var i = 0; i < args.Length; i++)
            options.Set(args[i], () => args[++i]);
        return options.Scenario is "echo" or "dialog" ? options : throw new ArgumentException("The scenario is echo or dialog, not " + options.Scenario);
    }

    private void Set(string name, Func<string> next)
    {
        switch (name)
        {
            case "--name": Name = next(); break;
            case "--port": Port = Number(next()); break;
            case "--path": Path = next(); break;
            case "--connector-port": ConnectorPort = Number(next()); break;
            case "--scenario": Scenario = next(); break;
            case "--exec": Exec = next(); break;
            case "--cwd": Cwd = next(); break;
            case "--bot-cpus": BotCpus = next(); break;
            case "--concurrency": Concurrency = Number(next()); break;
            case "--conversations": Conversations = Number(next()); break;
            case "--warmup": Warmup = Number(next()); break;
            case "--duration": Duration = Number(next()); break;
            case "--solo": Solo = Number(next()); break;
            case "--trend": Trend = Number(next()); break;
            case "--out": Out = next(); break;
            case "--channel": Channel = next(); break;
            case "--env": Env.Add(next()); break;
            case "--verify": Verify = true; break;
            case "--full": Full = true; break;
            default: throw new ArgumentException("Unknown argument " + name);
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
