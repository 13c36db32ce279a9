namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text. <see cref="End"/> is its last character, inclusive.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; }

    /// <summary>The form that is compared: lower case.</summary>
    public string Normalized { get; set; }
}
