namespace Microsoft.Bot.Schema;

/// <summary>Allowed values of <see cref="IMessageActivity.InputHint"/>.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
    public const string IgnoringInput = "ignoringInput";
    public const string ExpectingInput = "expectingInput";
}
