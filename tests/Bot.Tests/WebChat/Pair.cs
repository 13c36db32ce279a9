using SupportBot.Storage.Tests;

namespace SupportBot.Bot.Tests.WebChat;

/// <summary>Two processes of one deployment, as a balancer without affinity has them: one PostgreSQL database, one key folder, nothing else in common.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("supportbot-pair-");

    public RealBot One { get; private set; } = null!;

    public RealBot Two { get; private set; } = null!;

    public Uri First { get; private set; } = null!;

    public Uri Second { get; private set; } = null!;

    public string Database { get; private set; } = null!;

    /// <summary>Doors are open on both; their workers go round when a test moves their clocks.</summary>
    public static async Task<Pair> StartAsync()
    {
        var database = await PostgresCluster.NewDatabaseAsync();
        var pair = new Pair { Database = database };
        (string, string)[] settings = [("Storage:Provider", "postgres"), ("Storage:ConnectionString", database), ("Storage:Keys", Path.Combine(pair._folder.FullName, "keys"))];
        pair.One = await RealBot.BuildAsync("Development", settings);
        pair.Two = await RealBot.BuildAsync("Development", settings);
        (pair.First, pair.Second) = (await pair.One.StartAsync(), await pair.Two.StartAsync());
        return pair;
    }

    /// <summary>The second on both clocks at which each looks for what the other has written.</summary>
    public void Tick()
    {
        One.Clock.Advance(TimeSpan.FromSeconds(1));
        Two.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Two.DisposeAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                // A key that one of them began to make may still land in a folder that is being emptied.
                await Task.Delay(200);
            }
        }
    }
}
