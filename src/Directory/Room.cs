namespace SupportBot.Directory;

/// <summary>A room of a school in which trainings may be held.</summary>
/// <param name="Id">One of its kind in the school, such as <c>library</c>.</param>
/// <param name="Name">As people say it: <c>Library</c>.</param>
/// <param name="Mail">Address of the room's mailbox, which a calendar asks and books; null where it has none.</param>
public sealed record Room(string Id, string Name, string? Mail)
{
    /// <summary>True where somebody who wrote that means this room: case, accents and spaces count for nothing.</summary>
    public bool IsCalled(string name) => IsSame(Name, name);

    /// <summary>True where both name one place: "Library " and "library" do.</summary>
    public static bool IsSame(string a, string b) => string.Concat(PlainWords.Split(a)) is { Length: > 0 } plain && plain == string.Concat(PlainWords.Split(b));
}
