namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are written in a text; null leaves it to the language of the prompt, or English.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
        => (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    /// <summary>Between choices: ", ".</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between the only two choices: " or ".</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of three or more: ", or ".</summary>
    public string InlineOrMore { get; set; }

    /// <summary>True (the default) to number the choices.</summary>
    public bool? IncludeNumbers { get; set; }
}
