namespace SupportBot.Directory;

/// <summary>Whose id an id is. Cases, inboxes and grants hang on it, so it is never anybody else's again.</summary>
/// <param name="Id">Directory id.</param>
/// <param name="EntraId">Null where it was never known.</param>
/// <param name="Mail">Null where somebody else has the address now.</param>
/// <param name="Name">The name they had last.</param>
public sealed record PersonIdentity(string Id, string? EntraId, string? Mail, string Name)
{
    public static PersonIdentity Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return new PersonIdentity(person.Id, person.EntraId, person.Mail, person.Name);
    }
}
