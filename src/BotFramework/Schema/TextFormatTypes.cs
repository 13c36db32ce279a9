namespace Microsoft.Bot.Schema;

/// <summary>Allowed values of <see cref="IMessageActivity.TextFormat"/>; a channel that finds none assumes markdown.</summary>
public static class TextFormatTypes
{
    public const string Markdown = "markdown";
    public const string Plain = "plain";
    public const string Xml = "xml";
}
