using System.Globalization;
using Microsoft.Bot.Schema;
using SupportBot.Wire;

namespace SupportBot.Dialogs;

/// <summary>
/// Pictures that came with a message. The channel has re-encoded them, so that no metadata is left; here they go into the
/// conversation's sealed state, out of the activity that is kept in the transcript.
/// </summary>
internal static class Pictures
{
    /// <returns>Ids of the pictures, which are now in the talk.</returns>
    public static IReadOnlyList<string> Take(TurnWork work)
    {
        if (work.Activity.Attachments is not { Count: > 0 } attachments) return [];
        List<string> ids = [];
        foreach (var attachment in attachments)
        {
            if (attachment.ContentType?.StartsWith("image/", StringComparison.Ordinal) != true || DataOf(attachment) is not { } data) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"p{work.Talk.Pictures.Count + 1}");
            work.Talk.Pictures[id] = new KeptPicture(attachment.ContentType, data);
            ids.Add(id);
        }

        return ids;
    }

    private static string? DataOf(Attachment attachment)
    {
        const string Marker = ";base64,";
        var url = attachment.ContentUrl ?? JsonValue.Text(attachment.Content, "data");
        return url?.IndexOf(Marker, StringComparison.Ordinal) is { } at and >= 0 ? url[(at + Marker.Length)..] : null;
    }
}
