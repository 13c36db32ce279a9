namespace Microsoft.Bot.Schema.Teams;

/// <summary>Attachments as results of a messaging extension.</summary>
public static class AttachmentExtensions
{
    /// <param name="previewAttachment">What the person picks from; the attachment itself when there is none.</param>
    public static MessagingExtensionAttachment ToMessagingExtensionAttachment(this Attachment attachment, Attachment previewAttachment = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return new(attachment.ContentType, attachment.ContentUrl, attachment.Content, attachment.Name, attachment.ThumbnailUrl, previewAttachment ?? attachment);
    }
}
