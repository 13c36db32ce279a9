using SupportBot.Console;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.StaffConsole;

/// <summary>Puts the console's channel together.</summary>
internal static class StaffConsoleSetup
{
    public static IServiceCollection AddStaffConsole(this IServiceCollection services) => services
        .AddSingleton<PageTalks>().AddSingleton<ConsoleTurns>().AddSingleton<TeamsRuns>().AddSingleton<IStaffSteps, ConsoleSteps>();
}
