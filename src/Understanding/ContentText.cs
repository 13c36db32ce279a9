using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>A content file as the edge read it.</summary>
/// <param name="Name">the name faults are told with, such as <c>signals/self-harm.en.yaml</c></param>
/// <param name="Text">the whole text</param>
public sealed record ContentText(string Name, string Text);

/// <summary>What a reader made of content files.</summary>
/// <param name="Value">null when a fault is an error: such content must not be used</param>
/// <param name="Faults">everything wrong, in reading order</param>
public sealed record ContentRead<T>(T? Value, IReadOnlyList<Fault> Faults)
    where T : class
{
    /// <summary>What was made with the help of this: its faults are this one's too, and without it there is nothing.</summary>
    internal ContentRead<TMade> With<TMade>(ContentRead<TMade> made)
        where TMade : class =>
        new(Faults.Any(f => f.IsError) ? null : made.Value, [.. made.Faults, .. Faults]);
}
