namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A value to look for, and the index it stands for.</summary>
public class SortedValue
{
    public string Value { get; set; }

    public int Index { get; set; }
}
