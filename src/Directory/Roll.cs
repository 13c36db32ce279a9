namespace SupportBot.Directory;

/// <summary>The people of one moment and what is looked up among them; read and replaced as one.</summary>
internal sealed class Roll(IReadOnlyList<Person> people, DutyRoster roster)
{
    public IReadOnlyList<Person> People { get; } = people;

    public DutyRoster Roster { get; } = roster;

    public Dictionary<string, Person> ById { get; } = people.ToDictionary(p => p.Id);

    public Dictionary<string, Person> ByEntra { get; } = people.Where(p => p.EntraId is not null).ToDictionary(p => p.EntraId!);
}
