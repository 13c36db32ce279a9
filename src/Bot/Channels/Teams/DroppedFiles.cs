using System.Net;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;
using SupportBot.Directory;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.Teams;

/// <summary>
/// Fetches a list that somebody dropped into their chat with the bot: over https, from the hosts that are configured and no other, without following anybody
/// elsewhere, no more than a list may have, and in a few seconds. The link lets whoever has it read the file, so it stands in no log.
/// </summary>
public sealed class DroppedFiles(TeamsOptions options, TimeProvider time, ILogger<DroppedFiles> log, bool onLoopback) : IDisposable
{
    /// <summary>What Teams calls a file of a person's own.</summary>
    public const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>Teams waits for an answer about this long; the turn must still run after it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private static readonly string[] Endings = ["csv", "txt"];

    // No redirects, no cookies and nothing of ours in it: the link alone lets us in.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = TimeSpan.FromSeconds(3), AutomaticDecompression = DecompressionMethods.None }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The one file of a message; null where it has another number of them, or something else.</summary>
    public static Attachment? Of(Activity activity) =>
        activity?.Attachments?.Where(a => a.ContentType != "text/html").ToList() is [{ ContentType: ContentType } file] ? file : null;

    public async Task<DroppedFile> FetchAsync(Attachment file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        var fetched = await TryAsync(file, cancel);
        Log.FileDropped(log, fetched.Fault);
        return fetched;
    }

    private async Task<DroppedFile> TryAsync(Attachment file, CancellationToken cancel)
    {
        if (JsonValue.Text(file.Content, "fileType") is not { } ending || !Endings.Contains(ending.TrimStart('.'), StringComparer.OrdinalIgnoreCase)) return new(null, DroppedFileFault.NoList);
        if (!Uri.TryCreate(JsonValue.Text(file.Content, "downloadUrl"), UriKind.Absolute, out var link) || !IsOurs(link)) return new(null, DroppedFileFault.Elsewhere);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var answer = await _http.GetAsync(link, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (answer.StatusCode != HttpStatusCode.OK) return new(null, DroppedFileFault.NotFetched);
            if (answer.Content.Headers.ContentLength > HireCsv.Largest) return new(null, DroppedFileFault.TooLarge);
            await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
            // One byte too many is enough to be told so.
            var content = new byte[HireCsv.Largest + 1];
            var length = await body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, either.Token);
            return length > HireCsv.Largest ? new(null, DroppedFileFault.TooLarge) : Read(content.AsSpan(0, length));
        }
        catch (Exception e) when (!cancel.IsCancellationRequested && e is HttpRequestException or IOException or OperationCanceledException)
        {
            return new(null, DroppedFileFault.NotFetched);
        }
    }

    // Everything else that may be wrong with it is said with the preview.
    private static DroppedFile Read(ReadOnlySpan<byte> content) =>
        HireCsv.TextOf(content, out var line) is { } text ? new(text) : new(null, DroppedFileFault.NoText, line);

    private bool IsOurs(Uri link) => link.UserInfo.Length == 0
        && ((link.Scheme == Uri.UriSchemeHttps && link.IsDefaultPort && options.FileHosts.Contains(link.IdnHost, StringComparer.OrdinalIgnoreCase)) || (onLoopback && link.IsLoopback && link.Scheme == Uri.UriSchemeHttp));

    public void Dispose() => _http.Dispose();
}
