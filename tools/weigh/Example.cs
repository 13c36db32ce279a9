namespace SupportBot.Weigh;

/// <summary>A sentence with what it is.</summary>
/// <param name="Weight">How much it counts; 1 for most.</param>
internal sealed record Example(string Class, string Text, string Language, float Weight = 1);
