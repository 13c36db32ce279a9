namespace SupportBot.Bench;

/// <summary>Goes through the script twice and checks that each turn has one reply, the right one.</summary>
internal static class Verifier
{
    public static async Task<int> RunAsync(Options options, Connector connector)
    {
        connector.Record = true;
        using var client = await Client.ConnectAsync(options, 1);
        var problems = 0;
        for (var round = 0; round < 2; round++)
        {
            for (var step = 0; step < options.Script.Length; step++)
                problems += await TurnAsync(options, connector, client, step);
        }

        Console.WriteLine($"[{options.Name} {options.Scenario}] {(problems == 0 ? "OK one reply per turn" : problems + " problems")}");
        return problems == 0 ? 0 : 1;
    }

    private static async Task<int> TurnAsync(Options options, Connector connector, Client client, int step)
    {
        var problems = 0;
        lock (connector.Bodies)
            connector.Bodies.Clear();
        connector.Slots[1].Arm(1);
        var status = await client.PostAsync(step, 0);
        try
        {
            await connector.Slots[1].Done.WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            Console.WriteLine("  no reply");
            problems++;
        }

        // A reply too many would come about now.
        await Task.Delay(150);
        Console.WriteLine($"[{options.Name}] person: {options.Script[step]} (HTTP {status})");
        lock (connector.Bodies)
        {
            foreach (var body in connector.Bodies)
            {
                Console.WriteLine($"    -> ({body.Length} chars) {Shown(options, body)}");
                if (body.Contains(options.Expected[step], StringComparison.Ordinal))
                    continue;
                Console.WriteLine($"    !! expected '{options.Expected[step]}'");
                problems++;
            }

            return connector.Bodies.Count == 1 ? problems : problems + 1;
        }
    }

    private static string Shown(Options options, string body)
    {
        if (options.Full)
            return body;
        var text = body.IndexOf("\"text\":", StringComparison.Ordinal);
        var part = text < 0 ? body : body[text..];
        return part.Length > 110 ? part[..110] : part;
    }
}
