using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Bot;

/// <summary>Puts live hand-overs together.</summary>
internal static class HandOverSetup
{
    /// <summary>
    /// Reads the section <c>HandOver</c>. A channel to the counselor's own chat registers an <see cref="ICounselorLine"/>; whoever knows
    /// presence registers an <see cref="IDutyPresence"/>.
    /// </summary>
    public static IServiceCollection AddHandOvers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(HandOverTerms.Section).Get<HandOverTerms>() ?? new HandOverTerms());
        services.AddSingleton<HandOverDesk>().AddSingleton<ITalks>(p => p.GetRequiredService<HandOverDesk>());
        services.AddSingleton<HandOverWorker>().AddHostedService(p => p.GetRequiredService<HandOverWorker>());
        return services;
    }
}
