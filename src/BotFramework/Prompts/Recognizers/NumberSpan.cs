namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A number in a text. <see cref="End"/> is its last character, inclusive.</summary>
internal readonly record struct NumberSpan(int Start, int End, decimal Value);
