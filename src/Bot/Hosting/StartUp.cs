using SupportBot.Console;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>Opens storage and reads all content, before any door is open.</summary>
internal static class StartUp
{
    /// <returns>Null where something must be put right first; it was logged with file, line and cure.</returns>
    public static async Task<SupportContent?> LoadAsync(WebApplicationBuilder builder, TimeProvider time)
    {
        // Storage is opened here, because a run may be pinned to a protocol version that only the database still has.
        using var logging = Logging(builder);
        var log = logging.CreateLogger("SupportBot.StartUp");
        try
        {
            var store = OpenStore(builder, time, logging);
            await store.StartAsync(CancellationToken.None);
            builder.Services.AddSingleton(store);
            var pinned = await new PinnedProtocols(store).AllAsync(CancellationToken.None);
            var content = SupportContent.Load(ContentFolder.Read(builder.Configuration["Content:Path"]), pinned, CheckDepth.StartUp, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
            foreach (var fault in content.Faults)
            {
                if (fault.IsError) log.ContentFault(fault.ToString());
                else log.ContentWarning(fault.ToString());
            }

            if (content.Content is null)
            {
                await store.DisposeAsync();
                return null;
            }

            if (RealStart.Fault(content.Content.District.Invented, builder.Configuration, builder.Environment) is { } lacking)
            {
                await store.DisposeAsync();
                log.CannotStart(lacking);
                return null;
            }

            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var trained = await new TrainedPeople(content.Content.District, new TranscriptBook(store), new TrainingOffer(content.Catalogue), time).ByAsync(content.Content.Protocols.All, CancellationToken.None);
            foreach (var gap in StaffingFaults.Untrained(content.Content.District, content.Content.Protocols.All, (person, training) => trained.Has(person, training, today))) log.ContentWarning(gap.ToString());
            foreach (var warning in RealStart.Warnings(builder.Configuration, builder.Environment)) log.StartsWithout(warning);

            log.ContentSound(content.Summary);
            return content;
        }
        catch (Exception e) when (e is StorageCannotStartException or DirectoryNotFoundException)
        {
            log.CannotStart(e.Message);
            return null;
        }
    }

    /// <summary>Says why the process does not become ready.</summary>
    /// <returns>Always null.</returns>
    public static WebApplication? Refuse(WebApplicationBuilder builder, string why)
    {
        using var logging = Logging(builder);
        logging.CreateLogger("SupportBot.StartUp").CannotStart(why);
        return null;
    }

    private static ILoggerFactory Logging(WebApplicationBuilder builder) =>
        LoggerFactory.Create(l => l.AddConfiguration(builder.Configuration.GetSection("Logging")).AddSimpleConsole());

    private static Store OpenStore(WebApplicationBuilder builder, TimeProvider time, ILoggerFactory logging)
    {
        var options = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        return new Store(options, builder.Environment.ContentRootPath, time, logging.CreateLogger<Store>(), tokens: StorageTokens.Of(builder, time), onLoopback: builder.Environment.IsDevelopment());
    }
}
