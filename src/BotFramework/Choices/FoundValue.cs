namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value found in what a person wrote.</summary>
public class FoundValue
{
    public string Value { get; set; }

    /// <summary>The index of the <see cref="SortedValue"/> it came from.</summary>
    public int Index { get; set; }

    public float Score { get; set; }
}
