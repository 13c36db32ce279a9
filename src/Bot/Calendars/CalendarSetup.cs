using SupportBot.Bot.Channels.Graph;
using SupportBot.Bot.Channels.Mail;
using SupportBot.Console;
using SupportBot.Graph;

namespace SupportBot.Bot.Calendars;

/// <summary>Which calendar sessions go to follows from what is configured: Graph's where a mailbox is named for it, else invitations by mail where there is mail, else none.</summary>
internal static class CalendarSetup
{
    /// <summary>To be called after Graph is put together.</summary>
    public static void AddSessionCalendar(this IServiceCollection services)
    {
        services.AddSingleton<OwnSessions>().AddSingleton<SessionSlots>();
        services.AddSingleton<HandChanges>().AddSingleton<INewsSource, EventNews>();
        services.AddSingleton<CalendarWorker>().AddHostedService(p => p.GetRequiredService<CalendarWorker>());
        services.AddSingleton<ISessionCalendar>(p =>
            p.GetService<GraphCalendar>() is { IsOn: true } ? ActivatorUtilities.CreateInstance<GraphSessionCalendar>(p)
            : p.GetService<GraphNotices>() is { HasMail: true } ? ActivatorUtilities.CreateInstance<MailSessionCalendar>(p, ActivatorUtilities.CreateInstance<GraphInvitationPost>(p))
            : ActivatorUtilities.CreateInstance<NoSessionCalendar>(p));
    }
}
