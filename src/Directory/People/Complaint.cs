namespace SupportBot.Directory;

/// <summary>What is wrong with a value, and what to write instead.</summary>
internal readonly record struct Complaint(string What, string Cure);
