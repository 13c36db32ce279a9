using System.Globalization;

namespace SupportBot.Dialogs;

/// <summary>
/// Pictures that came with a message go into the conversation's sealed state. In the transcript stays only that there was one.
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
            if (attachment.Content is not Picture picture) continue;
            var id = string.Create(CultureInfo.InvariantCulture, $"p{work.Talk.Pictures.Count + 1}");
            work.Talk.Pictures[id] = new KeptPicture(attachment.ContentType, Convert.ToBase64String(picture.Open().Span));
            ids.Add(id);
        }

        return ids;
    }
}
