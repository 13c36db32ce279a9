namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of an answer.</summary>
public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    /// <summary>The answer; a validator may put another in its place.</summary>
    public T Value { get; set; }

    public bool AllowInterruption { get; set; }
}
