namespace SupportBot.Understanding;

/// <summary>Everything that is made of a text, and why.</summary>
/// <param name="Topics">Ids of <see cref="TopicGuide.All"/>, the best first, at most three; empty where the text is about nothing here.</param>
/// <param name="Intent">One of <see cref="Intents.All"/>, or <see cref="Intents.None"/>.</param>
/// <param name="Why">Which groups and which words, in the order they weigh.</param>
public sealed record Understood(CrisisReading Crisis, IReadOnlyList<string> Topics, string Intent, IReadOnlyList<string> Why);
