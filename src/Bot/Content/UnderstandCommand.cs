using System.Text.Encodings.Web;
using System.Text.Json;
using SupportBot.Dialogs;
using SupportBot.Protocols;
using SupportBot.Understanding;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>
/// <c>dotnet run --project src/Bot -- understand [content folder]</c>: reads JSON lines <c>{"id":"…","text":"…"}</c> and writes one line each,
/// <c>{"id","crisis","kind","topics","intent","why"}</c>. For a district that wants to try its own sentences; nothing is stored.
/// </summary>
public static class UnderstandCommand
{
    // Some editors put it at the beginning of a file, and a shell hands it on.
    private const char ByteOrderMark = '\ufeff';

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Exit code: 0; 1 where the content may not be used or a line could not be read (it is answered with <c>error</c>, and with its <c>id</c> or else its number, <c>line</c>); 2 where the folder is not there.</returns>
    public static int Run(string[] arguments, TextReader input, TextWriter output)
    {
        DialogContent? content;
        try
        {
            content = SupportContent.Load(ContentFolder.Read(arguments.FirstOrDefault()), [], CheckDepth.StartUp).Content;
        }
        catch (DirectoryNotFoundException e)
        {
            output.WriteLine(e.Message);
            return 2;
        }

        if (content is null)
        {
            output.WriteLine("The content cannot be used: the check command says why.");
            return 1;
        }

        var unread = 0;
        for (var (line, number) = (input.ReadLine()?.TrimStart(ByteOrderMark), 1); line is not null; (line, number) = (input.ReadLine(), number + 1))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var asked = Read(line);
            if (asked is { Id: { } id, Text: { } text }) output.WriteLine(Answer(id, content.Comprehension.Read(text)));
            else
            {
                output.WriteLine(Unread(asked.Id, number));
                unread++;
            }
        }

        output.Flush();
        return unread == 0 ? 0 : 1;
    }

    // Whoever asked finds the answer by the id, as with every other line; without one only its number is left.
    private static string Unread(string? id, int number)
    {
        var error = $"line {number} is no JSON object with \"id\" and \"text\"";
        return id is null ? JsonSerializer.Serialize(new { error, line = number }, Readable) : JsonSerializer.Serialize(new { id, error }, Readable);
    }

    private static string Answer(string id, Understood understood) => JsonSerializer.Serialize(
        new
        {
            id,
            crisis = ChoiceWords.Of(understood.Crisis.Grade),
            kind = understood.Crisis.Kind is { } kind ? ChoiceWords.Of(kind) : "none",
            topics = understood.Topics,
            intent = understood.Intent,
            why = understood.Why,
        },
        Readable);

    // What of the two a line has.
    private static (string? Id, string? Text) Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } o ? (IdOf(o), o.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? Text(text) : null) : default;
        }
        catch (JsonException)
        {
            return (IdBefore(line), null);
        }
    }

    private static string? IdOf(JsonElement line) =>
        !line.TryGetProperty("id", out var id) ? null
        : id.ValueKind switch
        {
            JsonValueKind.String => Text(id),
            JsonValueKind.Number => id.GetRawText(),
            _ => null,
        };

    // The id may stand whole in a line that breaks off or goes wrong after it.
    private static string? IdBefore(string line)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(line));
        try
        {
            while (reader.Read())
                if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals("id"u8))
                    return !reader.Read() ? null
                        : reader.TokenType == JsonTokenType.String ? reader.GetString()
                        : reader.TokenType == JsonTokenType.Number ? System.Text.Encoding.UTF8.GetString(reader.ValueSpan)
                        : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Nothing before the fault was an id.
        }

        return null;
    }

    // Half of a surrogate pair is no text: what stands around it is.
    private static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText();
        }
    }
}
