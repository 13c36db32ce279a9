namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>True to leave the choices' values out.</summary>
    public bool NoValue { get; set; }

    /// <summary>True to leave the titles of the choices' actions out.</summary>
    public bool NoAction { get; set; }

    /// <summary>True (the default) to take "2" for the second choice.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>True (the default) to take "the second one" for the second choice.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
