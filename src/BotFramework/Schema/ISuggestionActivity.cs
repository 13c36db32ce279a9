namespace Microsoft.Bot.Schema;

/// <summary>View of an <see cref="Activity"/> of type <c>suggestion</c>.</summary>
public interface ISuggestionActivity : IMessageActivity
{
    IList<TextHighlight> TextHighlights { get; set; }
}
