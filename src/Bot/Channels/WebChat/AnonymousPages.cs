using Microsoft.AspNetCore.Http;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>The chat's page and the page that only helps. Neither needs a database, the pipeline or another host.</summary>
internal sealed class AnonymousPages(WebChatSite site)
{
    private const int BarLines = 3;
    private readonly PageTemplate _chat = new("chat.html");
    private readonly PageTemplate _help = new("help.html");

    public Task ChatAsync(HttpContext context)
    {
        var nonce = WebChatToken.RandomText(16);
        var host = context.Request.Host.Value;
        // Not every browser takes 'self' for a socket of the same host.
        var socket = $"{(context.Request.IsHttps ? "wss" : "ws")}://{host}";
        // The empty style is Web Chat's own (the hash is that of no text at all).
        SiteHeaders.SetPolicy(context, $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; connect-src 'self' {socket} blob:; worker-src blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        return SendAsync(context, StatusCodes.Status200OK, _chat.Fill(new Dictionary<string, string>
        {
            ["nonce"] = nonce,
            ["language"] = PageTemplate.Encode(site.Language),
            ["direction"] = site.Language is "ar" or "fa" or "he" or "ur" ? "rtl" : "ltr",
            ["district"] = PageTemplate.Encode(site.District),
            ["exit"] = PageTemplate.Encode(site.QuickExit.AbsoluteUri),
            ["notSafePhrase"] = PageTemplate.Encode(site.NotSafePhrase),
            ["helpChips"] = PageTemplate.Chips(site.HelpLines.Take(BarLines)),
            ["helpList"] = PageTemplate.List(site.HelpLines.Take(BarLines)),
        }));
    }

    public Task HelpAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status200OK, "Help right now", "Real people answer these numbers. You do not have to be sure that it is bad enough.");

    public Task LostAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status404NotFound, "This page is not here", "Nothing you wrote was lost or sent. If you need help now, these people are there:");

    public Task BrokenAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status500InternalServerError, "Something went wrong here", "It is not your fault. What you wrote last may not be saved. If you need help now, these people are there:");

    private Task HelpAsync(HttpContext context, int status, string heading, string lead)
    {
        var nonce = WebChatToken.RandomText(16);
        SiteHeaders.SetPolicy(context, $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return SendAsync(context, status, _help.Fill(new Dictionary<string, string>
        {
            ["nonce"] = nonce,
            ["title"] = "Help",
            ["heading"] = PageTemplate.Encode(heading),
            ["lead"] = PageTemplate.Encode(lead),
            ["exit"] = PageTemplate.Encode(site.QuickExit.AbsoluteUri),
            ["helpList"] = PageTemplate.List(site.HelpLines),
        }));
    }

    private static Task SendAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
