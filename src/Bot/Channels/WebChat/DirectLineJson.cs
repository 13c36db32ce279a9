using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using SupportBot.Dialogs;
using SupportBot.Wire;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>What goes to a tab, in Direct Line's shapes.</summary>
internal static class DirectLineJson
{
    /// <summary>The person, as every tab shows them. One id for everybody: it names nobody.</summary>
    public const string VisitorId = "visitor";

    public const string BotId = "supportbot";

    public static Task SendAsync(HttpContext context, Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes)) write(writer);
        return SendAsync(context, bytes.WrittenMemory);
    }

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    /// <summary>The id of the activity with this sequence number.</summary>
    public static string IdOf(string conversationId, int sequence) => $"{conversationId}|{sequence:D7}";

    /// <summary>
    /// An activity as a tab may see it: members by an allow-list, so that what only the server needs, and every time of day, stays here.
    /// </summary>
    /// <param name="sequence">-1 for a reply that is in no transcript.</param>
    public static Activity Prepare(Activity activity, string conversationId, int sequence)
    {
        var fromVisitor = activity.From?.Role == RoleTypes.User;
        return new Activity
        {
            Type = activity.Type,
            Id = sequence >= 0 ? IdOf(conversationId, sequence) : $"{conversationId}|{WebChatToken.RandomText(8)}",
            ChannelId = ChannelTraits.WebChat.Name,
            Conversation = new ConversationAccount { Id = conversationId },
            From = fromVisitor ? new ChannelAccount { Id = VisitorId, Role = RoleTypes.User } : new ChannelAccount { Id = BotId, Role = RoleTypes.Bot },
            // No ReplyToId: Web Chat would hold a reply back for seconds until the message it answers is shown under that very id.
            Name = activity.Name,
            Locale = activity.Locale,
            Text = activity.Text,
            TextFormat = activity.TextFormat,
            InputHint = activity.InputHint,
            Value = activity.Value,
            ChannelData = activity.ChannelData,
            SuggestedActions = activity.SuggestedActions,
            AttachmentLayout = activity.AttachmentLayout,
            // A picture that was sent is not sent back: only that there was one.
            Attachments = fromVisitor ? activity.Attachments?.Select(p => new Attachment { ContentType = p.ContentType }).ToList() : activity.Attachments,
        };
    }

    /// <param name="watermark">Sequence number after the last one that the tab has with this set.</param>
    public static byte[] ActivitySet(IEnumerable<Activity> activities, int watermark)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        bytes.Write("{\"activities\":["u8);
        var comma = false;
        foreach (var activity in activities)
        {
            if (comma) bytes.Write(","u8);
            comma = true;
            ActivityJson.Write(activity, bytes);
        }

        bytes.Write("],\"watermark\":\""u8);
        bytes.Write(System.Text.Encoding.ASCII.GetBytes(watermark.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        bytes.Write("\"}"u8);
        return bytes.WrittenSpan.ToArray();
    }
}
