// Plays both sides of a bot: the person who writes and the connector that takes the replies. See bench/README.md.
using SupportBot.Bench;

if (args is ["summarise", _, ..])
    return Summary.Print(args[1..]);

var options = Options.Parse(args);
var connector = new Connector(options);
await using var listening = await connector.StartAsync();
using var bot = options.Exec is null ? null : BotProcess.Start(options);
try
{
    var cold = await ColdStart.MeasureAsync(options, connector, bot);
    if (options.Verify)
        return await Verifier.RunAsync(options, connector);
    await Load.RunAsync(options, connector, bot, cold);
    return 0;
}
catch (Exception error)
{
    Console.Error.WriteLine($"FAILED {options.Name}: {error}\nThe bot's exit code: {bot?.ExitCode?.ToString() ?? "none, it runs"}\n{bot?.Output}");
    return 1;
}
