using SupportBot.Bot.Calendars;
using SupportBot.Bot.Channels.Graph;
using SupportBot.Bot.Channels.StaffConsole;
using SupportBot.Bot.Channels.Teams;
using SupportBot.Bot.Channels.WebChat;
using SupportBot.Console;
using SupportBot.Protocols;
using SupportBot.Storage;

namespace SupportBot.Bot;

/// <summary>The only thing that runs: content first, then storage, then doors, then workers.</summary>
public static class SupportBotHost
{
    public const string DefaultAddress = "http://localhost:3978";

    /// <returns>Exit code: 1 where content or storage keep the process from becoming ready; what is wrong was printed.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [.. args, "--hostBuilder:reloadConfigOnChange=false"], ContentRootPath = ContentRoot() });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().FirstOrDefault() is null)
            builder.WebHost.UseUrls(DefaultAddress);

        await using var app = await BuildAsync(builder);
        if (app is null) return 1;
        app.Lifetime.ApplicationStarted.Register(() => Addresses.Print(app));
        // Asked for before the run: when that is over, its services are gone.
        var store = app.Services.GetRequiredService<Store>();
        await app.RunAsync();
        await store.DisposeAsync();
        return 0;
    }

    /// <param name="time">What every room takes for the time; null for the machine's own clock.</param>
    /// <returns>Null where the process must not become ready.</returns>
    public static async Task<WebApplication?> BuildAsync(WebApplicationBuilder builder, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        builder.Services.AddSingleton(time);
        builder.Services.AddStorage(builder.Configuration);
        if (GraphRegistration.Fault(builder.Configuration, builder.Environment, builder.Services) is { } fault) return StartUp.Refuse(builder, fault);
        if (CalendarSetup.Fault(builder.Configuration) is { } mailFault) return StartUp.Refuse(builder, mailFault);
        if (await StartUp.LoadAsync(builder, time) is not { Content: { } content } all) return null;

        builder.Services.AddConversations(content, builder.Environment);
        builder.Services.AddSingleton(new TrainingOffer(all.Catalogue));
        builder.Services.AddTeams(builder.Configuration, builder.Environment);
        builder.Services.AddGraph(builder.Configuration, builder.Environment);
        builder.Services.AddSessionCalendar(builder.Configuration);
        builder.Services.AddWebChat();
        builder.Services.AddStaffConsole();
        builder.Services.AddConsole(new ConsoleOptions { Entra = EntraSignIn.Read(builder.Configuration, builder.Environment.IsDevelopment()) });
        builder.Services.AddSessionKeys(builder.Configuration, builder.Environment);
        builder.Services.AddWorkers();
        builder.Services.AddPeople(builder.Configuration, builder.Environment, content.District);
        builder.Services.AddHireGroups(builder.Configuration, content.District);
        builder.Services.AddHandOvers(builder.Configuration);

        var app = builder.Build();
        app.UseWebChat();
        // The console's own files; everything else of the web root belongs to the anonymous site.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal), files => files.UseStaticFiles());
        app.MapMessages();
        app.MapCalendarNotices();
        app.MapHealth();
        app.MapConsole();
        return app;
    }

    // From a checkout the project's folder, where data and web files lie; published, the folder of the program.
    private static string ContentRoot()
    {
        var project = Path.Combine(System.IO.Directory.GetCurrentDirectory(), "src", "Bot");
        return System.IO.Directory.Exists(Path.Combine(project, "wwwroot")) ? project
            : System.IO.Directory.Exists(Path.Combine(System.IO.Directory.GetCurrentDirectory(), "wwwroot")) ? System.IO.Directory.GetCurrentDirectory()
            : AppContext.BaseDirectory;
    }
}
