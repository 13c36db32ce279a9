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
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>Exit code: 0; 1 where the content may not be used or a line could not be read (it is answered with <c>error</c>); 2 where the folder is not there.</returns>
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
        for (var (line, number) = (input.ReadLine(), 1); line is not null; (line, number) = (input.ReadLine(), number + 1))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (Asked(line) is var (id, text)) output.WriteLine(Answer(id, content.Comprehension.Read(text)));
            else
            {
                output.WriteLine(JsonSerializer.Serialize(new { error = $"line {number} is no JSON object with \"id\" and \"text\"" }, Readable));
                unread++;
            }
        }

        output.Flush();
        return unread == 0 ? 0 : 1;
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

    private static (string Id, string Text)? Asked(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty("id", out var id) && o.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? (id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText(), Text(text))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
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
