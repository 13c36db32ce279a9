using Azure.Core;
using SupportBot.Bot.Calendars;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Graph;

namespace SupportBot.Bot.Channels.Graph;

/// <summary>Microsoft Graph, put together. Off unless <c>Graph:Enabled</c>: then its channels serve nobody, and everything else is as before.</summary>
internal static class GraphRegistration
{
    /// <summary>What is configured wrongly, in a sentence: the process must not become ready, because people would wait for notices that never come.</summary>
    /// <param name="services">Tests bring a credential of their own.</param>
    public static string? Fault(IConfiguration configuration, IHostEnvironment environment, IServiceCollection services)
    {
        try
        {
            var options = Read(configuration);
            return options.Fault(environment.IsDevelopment())
                ?? (options.Enabled && services.All(s => s.ServiceType != typeof(TokenCredential)) ? CredentialOf(configuration, options).Fault() : null);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            return "The section Graph cannot be read: give true or false for switches, a time such as 00:00:10 for Graph:Timeout, and an address for Graph:Endpoint.";
        }
    }

    /// <param name="configuration">Without a <see cref="Fault"/>.</param>
    public static void AddGraph(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = Read(configuration);
        services.AddSingleton(options);
        services.AddSingleton<IServiceStatus>(p => new GraphHealth(p.GetService<GraphConnection>()));
        if (!options.Enabled) return;
        services.AddSingleton(p => new GraphConnection(
            options, new AppTokens(p.GetService<TokenCredential>() ?? AppCredential.Of(CredentialOf(configuration, options)), p.GetRequiredService<TimeProvider>()),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILoggerFactory>(), environment.IsDevelopment()));
        services.AddSingleton<GraphNotices>().AddSingleton<GraphPresence>().AddSingleton<GraphCalendar>().AddSingleton<GraphMeetings>().AddSingleton<CaseNotices>();
        services.AddSingleton<IMeetingReports, GraphMeetingReports>();
        services.AddSingleton<IAlertChannel, FeedChannel>().AddSingleton<IAlertChannel, MailChannel>();
        services.AddSingleton<IAppInstall, GraphInstall>();
        if (options.NotifyAt is not null)
            services.AddSingleton<GraphSubscriptions>().AddSingleton<NotificationSecret>().AddSingleton<CalendarNotices>().AddSingleton<SubscriptionWorker>().AddHostedService(p => p.GetRequiredService<SubscriptionWorker>());
        if (options.Presence) services.AddSingleton<IDutyPresence, DutyPresence>();
    }

    private static GraphOptions Read(IConfiguration configuration) => configuration.GetSection(GraphOptions.Section).Get<GraphOptions>() ?? new GraphOptions();

    private static CredentialOptions CredentialOf(IConfiguration configuration, GraphOptions options) => CredentialTokens.Read(configuration) with { FederatedAppId = options.AppId };
}
