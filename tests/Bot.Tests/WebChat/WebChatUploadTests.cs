using System.Net;
using System.Text;
using System.Text.Json;
using SkiaSharp;
using SupportBot.Dialogs;

namespace SupportBot.Bot.Tests.WebChat;

public sealed class WebChatUploadTests
{
    private static MultipartFormDataContent Form(params byte[][] files) => Form("look", files);

    private static MultipartFormDataContent Form(string? text, params byte[][] files)
    {
        var form = new MultipartFormDataContent();
        if (text is not null)
            form.Add(new StringContent(JsonSerializer.Serialize(new { type = "message", text, from = new { id = "forged" }, attachments = new[] { new { contentType = "image/jpeg", name = "anna-at-home.jpg" } }, channelData = new { clientActivityID = "upload-1" } }), Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var file in files) form.Add(new ByteArrayContent(file) { Headers = { { "Content-Type", "image/jpeg" } } }, "file", "anna-at-home.jpg");
        return form;
    }

    private static Task<HttpResponseMessage> UploadAsync(Tab tab, HttpContent content) => tab.SendAsync(HttpMethod.Post, $"conversations/{tab.ConversationId}/upload?userId=dl_forged", content);

    private static Picture Received(WebChatHost host) => Assert.IsType<Picture>(Assert.Single(Assert.Single(host.Turns.Seen).Activity.Attachments).Content);

    [Fact]
    public async Task A_picture_comes_with_its_message_and_without_its_name()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(Pictures.Jpeg()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var activity = Assert.Single(host.Turns.Seen).Activity;
        Assert.Equal("look", activity.Text);
        Assert.Equal("visitor", activity.From.Id);
        var attachment = Assert.Single(activity.Attachments);
        Assert.Null(attachment.Name);
        Assert.Equal("image/jpeg", attachment.ContentType);
        var (shown, _) = await tab.ReadAsync();
        Assert.Equal("""[{"contentType":"image/jpeg"}]""", shown[0].GetProperty("attachments").GetRawText());
        Assert.Equal("upload-1", shown[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(8)]
    public async Task Place_device_and_comments_are_gone_and_the_picture_stands_upright(int orientation)
    {
        var photograph = Pictures.Photograph((ushort)orientation);
        Assert.Contains(Pictures.Canary, Encoding.Latin1.GetString(photograph));
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(photograph));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var clean = Received(host).Open().ToArray();
        var text = Encoding.Latin1.GetString(clean);
        Assert.DoesNotContain(Pictures.Canary, text);
        Assert.DoesNotContain("Exif", text);
        Assert.DoesNotContain("ICC_PROFILE", text);
        using var shown = SKBitmap.Decode(clean);
        // The red quarter was at the upper left of what the sensor stored.
        var (x, y) = orientation switch { 1 => (0.1, 0.1), 3 => (0.9, 0.9), 6 => (0.9, 0.1), _ => (0.1, 0.9) };
        Assert.Equal(orientation is 6 or 8 ? (32, 64) : (64, 32), (shown.Width, shown.Height));
        Assert.True(IsRed(shown.GetPixel((int)(x * shown.Width), (int)(y * shown.Height))));
        Assert.False(IsRed(shown.GetPixel((int)((1 - x) * shown.Width), (int)((1 - y) * shown.Height))));
    }

    [Fact]
    public async Task Every_kind_that_is_taken_is_made_anew()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(Pictures.PngWithText(), Pictures.Make(SKEncodedImageFormat.Webp), Pictures.Gif()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var pictures = Assert.Single(host.Turns.Seen).Activity.Attachments;
        Assert.Equal(["image/png", "image/png", "image/png"], pictures.Select(p => p.ContentType));
        Assert.All(pictures, p => Assert.DoesNotContain(Pictures.Canary, Encoding.Latin1.GetString(((Picture)p.Content).Open().Span)));
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(Pictures.Make(SKEncodedImageFormat.Jpeg, 4096, 1024)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((2048, 512), (Received(host).Width, Received(host).Height));
    }

    public static TheoryData<string, byte[]> NoPictures() => new()
    {
        { "a page that claims to be a GIF", "GIF89a/*<script>alert(1)</script>*/=1;"u8.ToArray() },
        { "a PDF", "%PDF-1.7 1 0 obj"u8.ToArray() },
        { "a vector picture with a script", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>"u8.ToArray() },
        { "an archive with a picture at its end", [.. "PK\u0003\u0004"u8, .. Pictures.Jpeg()] },
        { "only the first bytes of a JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "only the first bytes of a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] },
        { "a sound in the same box as WebP", [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8, .. new byte[32]] },
        { "a bitmap", [.. "BM"u8, .. new byte[60]] },
        { "nothing", [] },
    };

    [Theory, MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_is_refused_and_the_chat_says_why(string what, byte[] file)
    {
        Assert.NotEmpty(what);
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(file));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
        Assert.Contains("PNG, JPEG, WebP or GIF", Assert.Single(Tab.Texts((await tab.ReadAsync()).Activities)));
    }

    [Fact]
    public async Task What_hangs_on_behind_a_picture_does_not_survive()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form([.. Pictures.Jpeg(), .. "PK\u0003\u0004 <script>alert(1)</script>"u8]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>", Encoding.Latin1.GetString(Received(host).Open().Span));
    }

    [Fact]
    public async Task A_small_file_that_claims_a_huge_picture_is_refused()
    {
        var png = Pictures.Make(SKEncodedImageFormat.Png);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 60_000);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), 60_000);
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form(png));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_picture_of_more_than_ten_megabytes_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form([.. Pictures.Jpeg(), .. new byte[10 * 1024 * 1024]]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task A_sixth_picture_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form([.. Enumerable.Repeat(Pictures.Jpeg(), 6)]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task An_upload_that_is_no_form_or_has_no_picture_is_refused()
    {
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var json = await UploadAsync(tab, new StringContent("{}", Encoding.UTF8, "application/json"));
        using var empty = await UploadAsync(tab, Form("only words"));
        using var cut = await UploadAsync(tab, new StringContent("--b\r\nContent-Disposition: form-data; name=file\r\n\r\nabc") { Headers = { ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } } } });

        Assert.Equal([415, 400, 400], new[] { (int)json.StatusCode, (int)empty.StatusCode, (int)cut.StatusCode });
        Assert.Empty(host.Turns.Seen);
    }

    [Fact]
    public async Task No_upload_touches_the_disk()
    {
        var temporary = System.IO.Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*");
        await using var host = await WebChatHost.StartAsync();
        using var tab = await Tab.OpenAsync(host);

        using var answer = await UploadAsync(tab, Form([.. Pictures.Jpeg(), .. new byte[2_000_000]]));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(System.IO.Directory.GetFiles(Path.GetTempPath(), "ASPNETCORE_*").Except(temporary));
    }

    private static bool IsRed(SKColor colour) => colour.Red > 150 && colour.Blue < 100;
}
