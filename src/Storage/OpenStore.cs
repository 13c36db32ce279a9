using System.Globalization;
using Microsoft.Extensions.Logging;
using SupportBot.Dialogs;

namespace SupportBot.Storage;

/// <summary>Everything that lives between start and stop.</summary>
internal sealed class OpenStore : IAsyncDisposable
{
    private static readonly Sql BeginChain = new("INSERT INTO audit_head(id, seq, hash) VALUES(1, 0, @origin) ON CONFLICT DO NOTHING", "b:origin");
    private static readonly Sql Mark = new("INSERT INTO store_mark(id, keys, probed) VALUES(1, @keys, 0) ON CONFLICT DO NOTHING", "t:keys");
    private static readonly Sql ReadMark = new("SELECT keys FROM store_mark WHERE id=1");
    private readonly IKekProvider kek;
    private readonly ServerKeys server;

    private OpenStore(Database database, KeyFolder folder, IKekProvider kek, ServerKeys server, TimeProvider clock, ILogger log, Sealing sealing)
    {
        (Database, this.kek, this.server) = (database, kek, server);
        Last = new LastCommits(database.IsOurs);
        Facts = new CaseFacts(server, sealing);
        Receipts = new ReceiptSlot(server, sealing);
        Epochs = new EpochKeys(folder, kek, sealing);
        Keys = new CaseKeys(Epochs, clock);
        Sealer = new CaseSealer(database, Facts, Epochs, Keys, Receipts, sealing);
        Runs = new HandedRuns(database, Sealer, sealing);
        Cases = new CaseReader(database, Facts, Sealer);
        Addresses = new AddressSealer(server, sealing);
        TabKeys = new TabKeyFiles(folder, server, sealing);
        People = new PeopleSealer(server, sealing);
        Absences = new AbsenceSealer(server, sealing);
        Hires = new HireSealer(server, sealing);
        Accommodations = new AccommodationSealer(server, sealing);
        Waivers = new WaiverSealer(server, sealing);
        Earlier = new EarlierSealer(server, sealing);
        Turns = new TurnSealer(server, new ConversationKeys(server, sealing), sealing);
        Writer = new GroupWriter(database, log, Last.Clear);
    }

    public Database Database { get; }

    public GroupWriter Writer { get; }

    public LastCommits Last { get; }

    public TurnSealer Turns { get; }

    public AddressSealer Addresses { get; }

    public TabKeyFiles TabKeys { get; }

    public PeopleSealer People { get; }

    public AbsenceSealer Absences { get; }

    public HireSealer Hires { get; }

    public AccommodationSealer Accommodations { get; }

    public WaiverSealer Waivers { get; }

    public EarlierSealer Earlier { get; }

    public byte[] FeedbackToken(string courseId, DateOnly month, string word) => server.Hash("feedback", courseId, month.ToString("yyyy-MM", CultureInfo.InvariantCulture), word);

    public byte[] CheckInSecret(Guid sessionId) => server.Secret("check-in", sessionId);

    public CaseSealer Sealer { get; }

    public CaseReader Cases { get; }

    public HandedRuns Runs { get; }

    public CaseFacts Facts { get; }

    public ReceiptSlot Receipts { get; }

    public CaseKeys Keys { get; }

    public EpochKeys Epochs { get; }

    public static async Task<OpenStore> OpenAsync(StorageOptions options, string root, TimeProvider clock, ILogger log, Sealing sealing, Func<IKekProvider>? outsideKek, IEntraTokens? tokens, bool onLoopback, CancellationToken cancel)
    {
        var database = DatabaseOf(options, root, tokens, out var databaseFolder);
        IKekProvider? kek = null;
        ServerKeys? server = null;
        OpenStore? store = null;
        try
        {
            var vault = VaultOf(options, onLoopback);
            var folder = KeyFolder.Open(KeysOf(options, root, databaseFolder), isWrapped: vault is not null);
            kek = outsideKek?.Invoke() ?? (vault is null ? new EmbeddedKek(folder) : new VaultKek(vault, TokensOf(tokens, "Storage:VaultKey"), clock));
            server = await KeysAsync(folder, kek, cancel);
            await database.StartAsync(cancel);
            store = new OpenStore(database, folder, kek, server, clock, log, sealing);
            await store.BelongTogetherAsync(cancel);
            return store;
        }
        catch (Exception e)
        {
            if (store is not null) await store.DisposeAsync();
            else
            {
                server?.Dispose();
                (kek as IDisposable)?.Dispose();
                await database.DisposeAsync();
            }

            if (e is StorageCannotStartException or OperationCanceledException || !database.IsOutage(e)) throw;
            throw new StorageCannotStartException($"The database cannot be opened: {e.Message}", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Writer.WriteAsync(_ => 0);
        }
        catch (StoreUnavailableException)
        {
            // It cannot be written; what could not be saved was said to whoever asked.
        }

        await Writer.DisposeAsync();
        Keys.Dispose();
        Receipts.Dispose();
        TabKeys.Dispose();
        server.Dispose();
        (kek as IDisposable)?.Dispose();
        await Database.DisposeAsync();
    }

    // The database's words open with these keys only; with others everything would seem to be gone, and new cases would be sealed apart.
    private async Task BelongTogetherAsync(CancellationToken cancel)
    {
        await Writer.WriteAsync(session => session.Link.Run(BeginChain, AuditLink.Origin) + session.Link.Run(Mark, server.Id));
        var known = await Database.ReadAsync(async link =>
        {
            await using var row = await link.ReadAsync(ReadMark, [], cancel);
            await row.ReadAsync(cancel);
            return row.GetString(0);
        });
        if (known != server.Id)
            throw new StorageCannotStartException("The key folder (Storage:Keys) does not belong to this database. Put back the folder that was used with it; without it nobody can read what is stored.");
    }

    private static async Task<ServerKeys> KeysAsync(KeyFolder folder, IKekProvider kek, CancellationToken cancel)
    {
        try
        {
            if (kek is VaultKek vault) await vault.CheckAsync(cancel);
            return await ServerKeys.OpenAsync(folder, kek, cancel);
        }
        catch (StoreUnavailableException e)
        {
            throw new StorageCannotStartException(e.Message, e);
        }
    }

    private static VaultKey? VaultOf(StorageOptions options, bool onLoopback)
    {
        if (string.IsNullOrWhiteSpace(options.VaultKey)) return null;
        return VaultKey.Read(options.VaultKey, onLoopback, out var fault) ?? throw new StorageCannotStartException(fault!);
    }

    private static IEntraTokens TokensOf(IEntraTokens? tokens, string setting) =>
        tokens ?? throw new StorageCannotStartException($"{setting} is set, and the program has no identity in Microsoft Entra: set MicrosoftAppId and Credential:Kind.");

    private static Database DatabaseOf(StorageOptions options, string root, IEntraTokens? tokens, out string? folder)
    {
        if (!options.IsSqlite)
        {
            folder = null;
            return new PostgresDatabase(options.ConnectionString!, options.SignsInWithEntra ? TokensOf(tokens, "Storage:Login") : null);
        }

        var sqlite = new SqliteDatabase(options.ConnectionString is { Length: > 0 } given ? given : "Data Source=data/supportbot.db", root);
        folder = sqlite.Folder;
        return sqlite;
    }

    private static string KeysOf(StorageOptions options, string root, string? databaseFolder)
    {
        var keys = Path.GetFullPath(options.Keys is { Length: > 0 } given ? given : "data-keys", root);
        if (databaseFolder is not null && (keys + Path.DirectorySeparatorChar).StartsWith(databaseFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new StorageCannotStartException($"Storage:Keys ({keys}) lies inside the database's folder: a backup of one would carry the other. Put it elsewhere.");
        return keys;
    }
}
