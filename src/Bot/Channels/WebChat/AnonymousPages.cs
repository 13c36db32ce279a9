using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>
/// The chat's page and the page that only helps, in the language that is asked for, else in the browser's. Neither needs a database, the
/// pipeline or another host, and neither keeps what was asked for.
/// </summary>
internal sealed class AnonymousPages(WebChatSite site)
{
    private const int BarLines = 3;

    // What the scripts of the page say, by the last part of the key.
    private static readonly string[] Said =
    [
        "page.show", "page.hide", "page.copied", "page.marked", "page.above", "page.opening", "page.cannot", "page.start-over-ask", "page.start-over-text", "page.start-over",
        "page.go-on", "page.starting", "page.cleared", "page.still", "page.still-text", "page.still-yes", "page.still-no", "page.picture", "page.pictures",
    ];

    private readonly PageTemplate _chat = new("chat.html");
    private readonly PageTemplate _help = new("help.html");

    public Task ChatAsync(HttpContext context)
    {
        var phrases = PhrasesOf(context);
        var nonce = WebChatToken.RandomText(16);
        var host = context.Request.Host.Value;
        // Not every browser takes 'self' for a socket of the same host.
        var socket = $"{(context.Request.IsHttps ? "wss" : "ws")}://{host}";
        // The empty style is Web Chat's own (the hash is that of no text at all).
        SiteHeaders.SetPolicy(context, $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; connect-src 'self' {socket} blob:; worker-src blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        return SendAsync(context, StatusCodes.Status200OK, _chat.Fill(
            Values(phrases, nonce, BarLines, ("helpChips", PageTemplate.Chips(site.HelpLines.Take(BarLines), phrases)), ("languages", PageTemplate.Languages(site.Phrasebook, phrases)), ("words", PageTemplate.Encode(Words(phrases)))), phrases));
    }

    public Task HelpAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status200OK, "page.help-now", "page.help-lead");

    public Task LostAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status404NotFound, "page.lost", "page.lost-lead");

    public Task BrokenAsync(HttpContext context) => HelpAsync(context, StatusCodes.Status500InternalServerError, "page.broken", "page.broken-lead");

    private Task HelpAsync(HttpContext context, int status, string heading, string lead)
    {
        var phrases = PhrasesOf(context);
        var nonce = WebChatToken.RandomText(16);
        SiteHeaders.SetPolicy(context, $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        return SendAsync(context, status, _help.Fill(Values(phrases, nonce, site.HelpLines.Count, ("heading", PageTemplate.Encode(phrases[heading])), ("lead", PageTemplate.Encode(phrases[lead]))), phrases));
    }

    private Dictionary<string, string> Values(Phrases phrases, string nonce, int lines, params (string Name, string Html)[] more) => new(more.Select(m => KeyValuePair.Create(m.Name, m.Html)))
    {
        ["nonce"] = nonce,
        ["language"] = PageTemplate.Encode(phrases.Language),
        ["district"] = PageTemplate.Encode(site.District),
        ["exit"] = PageTemplate.Encode(site.QuickExit.AbsoluteUri),
        ["helpList"] = PageTemplate.List(site.HelpLines.Take(lines), phrases),
        ["unchecked"] = phrases.IsReviewed ? "" : $"<p class=\"unchecked\">{PageTemplate.Encode(phrases["lookup.not-reviewed"])}</p>",
    };

    private static string Words(Phrases phrases) => JsonSerializer.Serialize(Said.ToDictionary(key => key[5..], key => phrases[key]));

    // The query comes from a link of the page; the header from the browser. Both are read and forgotten.
    private Phrases PhrasesOf(HttpContext context)
    {
        var asked = site.Phrasebook.Known(context.Request.Query["lang"].ToString());
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage?.OrderByDescending(l => l.Quality ?? 1).Select(l => site.Phrasebook.Known(l.Value.ToString())).FirstOrDefault(l => l is not null);
        return site.Phrasebook.In(asked ?? wanted);
    }

    private static Task SendAsync(HttpContext context, int status, string html)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(html, context.RequestAborted);
    }
}
