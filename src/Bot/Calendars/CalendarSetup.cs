using SupportBot.Bot.Channels.Graph;
using SupportBot.Bot.Channels.Mail;
using SupportBot.Console;
using SupportBot.Graph;

namespace SupportBot.Bot.Calendars;

/// <summary>Which calendar sessions go to follows from what is configured: Graph's where a mailbox is named for it, else invitations by mail where there is mail (the district's own server, or Graph's), else none.</summary>
internal static class CalendarSetup
{
    /// <summary>What is configured wrongly of the mail server, in a sentence; null where nothing is.</summary>
    public static string? Fault(IConfiguration configuration)
    {
        try
        {
            return Smtp(configuration).Fault();
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            return "The section Smtp cannot be read: give a number for Smtp:Port and a time such as 00:00:20 for Smtp:Timeout.";
        }
    }

    /// <summary>To be called after Graph is put together.</summary>
    /// <param name="configuration">Without a <see cref="Fault"/>.</param>
    public static void AddSessionCalendar(this IServiceCollection services, IConfiguration configuration)
    {
        var smtp = Smtp(configuration);
        services.AddSingleton<OwnSessions>().AddSingleton<SessionSlots>();
        services.AddSingleton<HandChanges>().AddSingleton<INewsSource, EventNews>();
        services.AddSingleton<CalendarWorker>().AddHostedService(p => p.GetRequiredService<CalendarWorker>());
        services.AddSingleton<ISessionCalendar>(p =>
            p.GetService<GraphCalendar>() is { IsOn: true } ? ActivatorUtilities.CreateInstance<GraphSessionCalendar>(p)
            : smtp.IsOn ? ActivatorUtilities.CreateInstance<MailSessionCalendar>(p, new SmtpInvitationPost(smtp, p.GetRequiredService<TimeProvider>()))
            : p.GetService<GraphNotices>() is { HasMail: true } ? ActivatorUtilities.CreateInstance<MailSessionCalendar>(p, ActivatorUtilities.CreateInstance<GraphInvitationPost>(p))
            : ActivatorUtilities.CreateInstance<NoSessionCalendar>(p));
    }

    private static SmtpOptions Smtp(IConfiguration configuration) => configuration.GetSection(SmtpOptions.Section).Get<SmtpOptions>() ?? new SmtpOptions();
}
