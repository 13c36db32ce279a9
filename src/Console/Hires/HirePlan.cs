using SupportBot.Cases;
using SupportBot.Directory;

namespace SupportBot.Console;

/// <summary>A hire as it would be kept.</summary>
/// <param name="Before">As it is kept now; null where it is new.</param>
public sealed record PlannedHire(HireRow Row, Hire Hire, Hire? Before)
{
    public bool IsNew => Before is null;

    /// <summary>What differs from what is kept, in words; empty where it is new or nothing does.</summary>
    public IReadOnlyList<string> Differs
    {
        get
        {
            if (Before is not { } before) return [];
            var (was, now) = (before.Details, Hire.Details);
            (bool Differs, string What)[] parts =
            [
                (before.On != Hire.On, "first day"), (!was.Name.Equals(now.Name), "name"), (!was.Mail.Equals(now.Mail), "mail"), (was.Role != now.Role, "role"),
                (was.SchoolId != now.SchoolId, "school"), (!Equals(was.SupervisorMail, now.SupervisorMail), "supervisor"), (before.PersonId != Hire.PersonId, "person in the directory"),
            ];
            return [.. parts.Where(p => p.Differs).Select(p => p.What)];
        }
    }

    public bool IsSame => Before is not null && Differs.Count == 0;
}

/// <summary>What a list would do to the book.</summary>
/// <param name="Faults">Lines that are right by themselves and do not fit what is kept.</param>
public sealed record HirePlan(IReadOnlyList<PlannedHire> Hires, IReadOnlyList<HireFault> Faults);

/// <summary>Holds a list against the hires that are kept and against the directory.</summary>
public sealed class HirePlans(District district, IHireBook book)
{
    public async Task<HirePlan> OfAsync(IReadOnlyList<HireRow> rows, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var kept = await book.AllAsync(cancel);
        var byId = HiresBy.EmployeeId(kept);
        var brought = rows.Select(r => r.EmployeeId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = kept.Where(h => !brought.Contains(h.EmployeeId)).ToList();
        var mails = others.GroupBy(h => h.Details.Mail.Reveal()).ToDictionary(g => g.Key, g => g.First().EmployeeId);
        var people = HiresBy.PersonId(others);
        var matches = new HireMatches(district);

        List<PlannedHire> planned = [];
        List<HireFault> faults = [];
        foreach (var row in rows)
        {
            var before = byId.GetValueOrDefault(row.EmployeeId);
            if (mails.TryGetValue(row.Mail, out var other)) faults.Add(new HireFault(row.Line, $"the mail address {row.Mail} is that of employee {other}", "look which employee id is right") { Kind = HireFaultKind.MailOfOther, Word = row.Mail, Other = other });
            else if (matches.IsTwo(row.Mail)) faults.Add(new HireFault(row.Line, $"two people in the directory have the mail address {row.Mail}", "have the directory put right first") { Kind = HireFaultKind.MailOfTwo, Word = row.Mail });
            else
            {
                var person = PersonOf(row, before, matches);
                if (person is not null && !people.TryAdd(person, row.EmployeeId)) faults.Add(new HireFault(row.Line, $"{district.Person(person)?.Name ?? "the person"} in the directory is employee {people[person]}", "look which employee id is right") { Kind = HireFaultKind.PersonOfOther, Word = district.Person(person)?.Name ?? "", Other = people[person] });
                else planned.Add(new PlannedHire(row, HireOf(row, before, person), before));
            }
        }

        return new HirePlan(planned, faults);
    }

    // Whoever was found once stays that person while their address stays: an address may pass to somebody else.
    private string? PersonOf(HireRow row, Hire? before, HireMatches matches)
    {
        if (before?.PersonId is { } known && district.Person(known) is not null && before.Details.Mail.Reveal() == row.Mail) return known;
        return matches.Of(row.Mail)?.Id ?? before?.PersonId;
    }

    private static Hire HireOf(HireRow row, Hire? before, string? personId) => new(
        before?.EmployeeId ?? row.EmployeeId, personId, row.FirstDay,
        new HireDetails(new PersonText(row.Name), new PersonText(row.Mail), row.Role.Id, row.School?.Id, row.SupervisorMail is { } mail ? new PersonText(mail) : null)) { Leaves = before?.Leaves ?? [] };
}
