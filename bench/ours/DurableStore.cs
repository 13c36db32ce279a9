using Microsoft.Bot.Builder;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bench.Ours;

/// <summary>The product's storage, on a new SQLite file beside the program: a real disk, unlike a folder for temporary files.</summary>
internal static class DurableStore
{
    public static void Add(WebApplicationBuilder builder)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "durable");
        if (System.IO.Directory.Exists(folder))
            System.IO.Directory.Delete(folder, recursive: true);
        builder.Configuration["Storage:Provider"] = "sqlite";
        builder.Configuration["Storage:ConnectionString"] = "Data Source=" + Path.Combine(folder, "db", "bench.db");
        builder.Configuration["Storage:Keys"] = Path.Combine(folder, "keys");
        builder.Services.AddStorage(builder.Configuration);
    }

    public static IBot Bot(WebApplication app) => new DurableDialogBot(app.Services.GetRequiredService<ITurnStore>(), TimeProvider.System);
}
