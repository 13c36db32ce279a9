namespace Microsoft.Bot.Schema.Teams;

/// <summary>A result of a messaging extension: the card that is sent, and the preview that is picked from.</summary>
public class MessagingExtensionAttachment : Attachment
{
    public MessagingExtensionAttachment()
    {
    }

    public MessagingExtensionAttachment(
        string contentType = null, string contentUrl = null, object content = null, string name = null, string thumbnailUrl = null, Attachment preview = null)
        : base(contentType, contentUrl, content, name, thumbnailUrl)
    {
        Preview = preview;
    }

    public Attachment Preview { get; set; }
}
