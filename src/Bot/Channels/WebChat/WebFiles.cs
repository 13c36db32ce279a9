using Microsoft.AspNetCore.Http;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>The page's scripts and styles, from beside the program. Only files that were there at the start are served.</summary>
internal sealed class WebFiles
{
    private static readonly Dictionary<string, string> MediaTypes = new()
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
    };

    private static readonly string[] Folders = ["chat", "lib"];
    private static readonly string[] Needed = ["/chat/chat.js", "/lib/webchat.js"];

    private readonly Dictionary<string, WebFile> _files;

    /// <exception cref="InvalidOperationException">The program was built without its browser files.</exception>
    public WebFiles()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        _files = Folders.SelectMany(folder => Read(root, folder)).ToDictionary(f => f.Key, f => f.Value);
        foreach (var needed in Needed)
            if (!_files.ContainsKey(needed)) throw new InvalidOperationException($"The browser file {needed} is missing beside the program. Build src/Bot again; it fetches it with npm.");
    }

    public Task SendAsync(HttpContext context)
    {
        if (!_files.TryGetValue(context.Request.Path.Value ?? "", out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        // The console draws its charts in a sandboxed frame, which has no origin of its own.
        if (context.Request.Path.StartsWithSegments("/lib/mermaid.min.js", StringComparison.Ordinal)) context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.ContentType = file.MediaType;
        if (file.Brotli is not null) context.Response.Headers.Vary = "Accept-Encoding";
        if (file.Brotli is null || !context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal)) return context.Response.SendFileAsync(file.Path, context.RequestAborted);
        context.Response.Headers.ContentEncoding = "br";
        return context.Response.SendFileAsync(file.Brotli, context.RequestAborted);
    }

    private static IEnumerable<KeyValuePair<string, WebFile>> Read(string root, string folder)
    {
        var path = Path.Combine(root, folder);
        if (!System.IO.Directory.Exists(path)) yield break;
        foreach (var file in System.IO.Directory.EnumerateFiles(path))
            if (MediaTypes.TryGetValue(Path.GetExtension(file), out var type))
                yield return new($"/{folder}/{Path.GetFileName(file)}", new WebFile(file, type, File.Exists(file + ".br") ? file + ".br" : null));
    }

    private sealed record WebFile(string Path, string MediaType, string? Brotli);
}
