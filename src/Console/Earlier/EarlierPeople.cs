using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>
/// Finds whom a line means: by the employee id that the hires' list told, and whoever was here before that list by the mail address that the directory knows. Only people of the directory have a record.
/// </summary>
internal sealed class EarlierPeople(District district, IReadOnlyList<Hire> hires)
{
    private readonly HireMatches _matches = new(district);
    private readonly Dictionary<string, Hire> _byId = HiresBy.EmployeeId(hires);
    private readonly Dictionary<string, string> _idOf = HiresBy.PersonId(hires);

    /// <returns>Why nobody is meant for certain; null where somebody is.</returns>
    public EarlierFault? Find(EarlierRow row, out Person? person)
    {
        person = null;
        EarlierFault Fault(string what, string cure) => new(row.Line, what, cure);
        if (row.Mail is { } twice && _matches.IsTwo(twice)) return Fault($"two people in the directory have the mail address {twice}", "have the directory put right first");
        var byMail = row.Mail is { } mail ? _matches.Of(mail) : null;
        if (row.EmployeeId.Length > 0 && _byId.TryGetValue(row.EmployeeId, out var hire))
        {
            // A record that waits under HR's id would be lost when the directory brings the person.
            if (hire.PersonId is null) return Fault($"the directory does not know employee {hire.EmployeeId} yet", "bring the line once it does; the lines that are taken now are not taken twice");
            if (district.Person(hire.PersonId) is not { } found) return Fault($"the directory does not know employee {hire.EmployeeId} any more", "leave the line out");
            if (byMail is not null && byMail.Id != found.Id) return Fault($"employee {hire.EmployeeId} is {found.Name}, and the mail address {row.Mail} is that of {byMail.Name}", "look which of the two is meant");
            person = found;
            return null;
        }

        if (byMail is null)
            return row.EmployeeId.Length == 0 ? Fault($"nobody in the directory has the mail address {row.Mail}", "look whether it is spelled right")
                : Fault($"no employee here has the id {row.EmployeeId}", "look whether it is spelled right; whoever came before the lists of hires is found by the mail address, in a column mail");
        if (row.EmployeeId.Length > 0 && _idOf.TryGetValue(byMail.Id, out var other)) return Fault($"{byMail.Name} is employee {other}", "look which employee id is right");
        person = byMail;
        return null;
    }
}
