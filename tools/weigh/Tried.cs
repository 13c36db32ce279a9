namespace SupportBot.Weigh;

/// <summary>A line of the development set; its README says what the members mean.</summary>
internal sealed record Tried(string Id, string Text, string Crisis, string Kind, IReadOnlyList<string> Topics, string Intent, string Set, string Half);
