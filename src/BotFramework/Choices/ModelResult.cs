namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something recognized in a text, and where. <see cref="End"/> is the last character, inclusive.</summary>
public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}
