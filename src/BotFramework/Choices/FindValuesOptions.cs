namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for.</summary>
public class FindValuesOptions
{
    /// <summary>True when some of a value's words are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    public string Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; 2 unless set.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction Tokenizer { get; set; }
}
