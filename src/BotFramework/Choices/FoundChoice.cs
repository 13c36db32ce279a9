namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The choice a person picked.</summary>
public class FoundChoice
{
    public string Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    public int Index { get; set; }

    /// <summary>How sure: 1 for an exact match or a number, less for words found among others.</summary>
    public float Score { get; set; }

    /// <summary>The synonym that was matched; null when it was picked by number.</summary>
    public string Synonym { get; set; }
}
