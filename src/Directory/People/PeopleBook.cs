namespace SupportBot.Directory;

/// <summary>The people in force and everybody who ever was. Kept over a restart, so that a person has the same id again and who left stays away.</summary>
/// <param name="People">In the order in which they are called where nothing else says.</param>
/// <param name="Former">Who left; an entry is never removed.</param>
public sealed record PeopleBook(IReadOnlyList<Person> People, IReadOnlyList<PersonIdentity> Former)
{
    /// <summary>Before any source was read: the people of the content file.</summary>
    public static PeopleBook Of(District district)
    {
        ArgumentNullException.ThrowIfNull(district);
        return new PeopleBook(district.PeopleOfContent, []);
    }
}
