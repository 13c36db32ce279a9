using System.Diagnostics;

namespace SupportBot.Cases;

/// <summary>
/// Words that a person typed. Printing, logging or formatting it gives dots, never the words;
/// whoever needs the words says so with <see cref="Reveal"/>, and a reviewer can search for that.
/// </summary>
[DebuggerDisplay("•••")]
public sealed class PersonText(string words) : IEquatable<PersonText>
{
    private readonly string words = words ?? throw new ArgumentNullException(nameof(words));

    /// <summary>Length in UTF-16 units.</summary>
    public int Length => words.Length;

    public bool IsBlank => string.IsNullOrWhiteSpace(words);

    /// <summary>The words themselves: for the person's own screen, for sealing, and for a reader whose reading is audited.</summary>
    public string Reveal() => words;

    public override string ToString() => "•••";

    public bool Equals(PersonText? other) => other is not null && words == other.words;

    public override bool Equals(object? obj) => Equals(obj as PersonText);

    public override int GetHashCode() => words.GetHashCode(StringComparison.Ordinal);
}
