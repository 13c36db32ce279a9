using Microsoft.AspNetCore.DataProtection;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Cases;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>What the rooms need of each other, put together once.</summary>
internal static class Registrations
{
    public static void AddConversations(this IServiceCollection services, DialogContent content, IHostEnvironment environment)
    {
        services.AddSingleton(content);
        services.AddSingleton(content.District);
        services.AddSingleton(content.Protocols);
        services.AddSingleton(content.Comprehension);
        services.AddSingleton(content.Phrasebook);
        // The console's pages have one language; cards and chats have that of their reader.
        services.AddSingleton(content.Phrasebook.ForStaff(Phrasebook.Base));
        services.AddSingleton<ICaseCalendars, CaseCalendars>();
        // In Development everything leaves at once, so that a demo needs no patience.
        services.AddSingleton(new AlertRelease(environment.IsDevelopment(), Random.Shared.NextDouble));
        services.AddSingleton<LogAlarm>().AddSingleton<IAlarm>(p => p.GetRequiredService<LogAlarm>());
        services.AddSingleton<Console.TrainingDesk>();
        services.AddSingleton<StaffTrainings>().AddSingleton<ITrainings>(p => p.GetRequiredService<StaffTrainings>());
        services.AddSingleton<StaffSessions>().AddSingleton<ISessions>(p => p.GetRequiredService<StaffSessions>());
        services.AddSingleton<StaffScheduling>().AddSingleton<IScheduling>(p => p.GetRequiredService<StaffScheduling>());
        services.AddSingleton<StaffHires>().AddSingleton<INewHires>(p => p.GetRequiredService<StaffHires>());
        services.AddSingleton<TurnPipeline>();
        services.AddSingleton<IConversationTurns, ConversationTurns>();
        services.AddSingleton<ProgramTurns>();
        services.AddSingleton(SiteOf(content));
    }

    /// <summary>Keys of staff sign-ins and form tokens: beside the other keys, in files that only this account may read. No word of a case is sealed with them.</summary>
    public static void AddSessionKeys(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var keys = configuration[$"{StorageOptions.Section}:Keys"] is { Length: > 0 } named ? named : "data-keys";
        var folder = System.IO.Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, keys, "sessions"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("SupportBot").PersistKeysToFileSystem(folder);
    }

    public static void AddWorkers(this IServiceCollection services)
    {
        services.AddSingleton<AlertDispatcher>().AddSingleton<TaskAddressees>().AddSingleton<JoinedChats>().AddSingleton<NewsDesk>();
        services.AddSingleton<INewsSource, OverLineNow>().AddSingleton<INewsSource, ToVerifyNow>().AddSingleton<INewsSource, DuesNow>().AddSingleton<INewsSource, DueSoonNow>().AddSingleton<INewsSource, NoShowsNow>().AddSingleton<INewsSource, FirstDayNow>().AddSingleton<INewsSource, RenewalsNow>().AddSingleton<INewsSource, YearNow>().AddSingleton<INewsSource, ReviewsNow>();
        foreach (var kind in TrainingNews.Kinds) services.AddSingleton<INewsSource>(p => ActivatorUtilities.CreateInstance<TrainingNews>(p, kind));
        foreach (var kind in FinishedNews.Kinds) services.AddSingleton<INewsSource>(p => ActivatorUtilities.CreateInstance<FinishedNews>(p, kind));
        services.AddSingleton<OutboxWorker>().AddHostedService(p => p.GetRequiredService<OutboxWorker>());
        services.AddSingleton<ReplyWorker>().AddHostedService(p => p.GetRequiredService<ReplyWorker>());
        services.AddSingleton<SendWorker>().AddHostedService(p => p.GetRequiredService<SendWorker>());
        services.AddSingleton<DeadlineWorker>().AddHostedService(p => p.GetRequiredService<DeadlineWorker>());
        services.AddSingleton<ProgramMoments>();
        services.AddSingleton<KeepingWorker>().AddHostedService(p => p.GetRequiredService<KeepingWorker>());
        services.AddSingleton<VerifyWorker>().AddHostedService(p => p.GetRequiredService<VerifyWorker>());
        services.AddSingleton<TabsWorker>().AddHostedService(p => p.GetRequiredService<TabsWorker>());
        services.AddSingleton<HireWorker>().AddHostedService(p => p.GetRequiredService<HireWorker>());
        services.AddSingleton<FirstDayWorker>().AddHostedService(p => p.GetRequiredService<FirstDayWorker>());
        services.AddSingleton<DuesWorker>().AddHostedService(p => p.GetRequiredService<DuesWorker>());
        services.AddSingleton<NoShowWorker>().AddHostedService(p => p.GetRequiredService<NoShowWorker>());
        services.AddSingleton<RenewalWorker>().AddHostedService(p => p.GetRequiredService<RenewalWorker>());
        services.AddSingleton<ReviewWorker>().AddHostedService(p => p.GetRequiredService<ReviewWorker>());
        services.AddSingleton<FollowUpWorker>().AddHostedService(p => p.GetRequiredService<FollowUpWorker>());
        services.AddSingleton<YearWorker>().AddHostedService(p => p.GetRequiredService<YearWorker>());
        services.AddSingleton<OffersWorker>().AddHostedService(p => p.GetRequiredService<OffersWorker>());
        services.AddSingleton<RemindersWorker>().AddHostedService(p => p.GetRequiredService<RemindersWorker>());
        services.AddSingleton<WipeWorker>().AddHostedService(p => p.GetRequiredService<WipeWorker>());
    }

    private static WebChatSite SiteOf(DialogContent content)
    {
        var lines = content.District.Resources.NeverHidden().Select(HelpLine.Of).ToList();
        return new WebChatSite { District = content.District.PublicName, Phrasebook = content.Phrasebook, HelpLines = lines };
    }

    private static IEnumerable<Resource> NeverHidden(this ResourceShelf shelf) =>
        ResourceShelf.NeverHidden.Select(id => shelf.All.First(r => r.Id == id));
}
