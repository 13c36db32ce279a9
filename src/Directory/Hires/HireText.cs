using SupportBot.Yaml;

namespace SupportBot.Directory;

/// <summary>A hire as somebody wrote it, in a sheet or a form. Null is a column that is not there.</summary>
public sealed record HireText(string? EmployeeId, string? Name, string? Mail, string? Role, string? School, string? FirstDay, string? SupervisorMail)
{
    /// <summary>What stands for the whole district where a school could stand.</summary>
    public const string WholeDistrict = "district";

    /// <summary>Nobody's first day lies further ahead.</summary>
    public const int DaysAhead = 400;

    private const int LongestId = 30;
    private static readonly DateOnly Earliest = new(1950, 1, 1);
    private static readonly string[] WordsForDistrict = ["district", "district office", "whole district", "all schools", "central office"];

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(HireText);

    /// <returns>What is wrong with it; null where it is a hire.</returns>
    internal HireFault? Read(long line, District district, DateOnly today, DateStyle style, out HireRow? row)
    {
        row = null;
        HireFault Fault(HireFaultKind kind, string what, string cure, string word = "") => new(line, what, cure) { Kind = kind, Word = word };
        var id = EmployeeId?.Trim() ?? "";
        if (!IsId(id)) return Fault(HireFaultKind.Id, "the employee id is missing or is no id", "write letters, digits, hyphens, dots and underscores only; set the column to text where it shows as 1.2E+05");
        var name = Name?.Trim() ?? "";
        if (PersonChecks.Name(name) is { } noName) return name.Length == 0 ? Fault(HireFaultKind.NameMissing, "the name is missing", noName.Cure) : Fault(HireFaultKind.Name, noName.What, noName.Cure, name);
        var mail = Mail?.Trim().ToLowerInvariant() ?? "";
        if (PersonChecks.Mail(mail) is { } noMail) return mail.Length == 0 ? Fault(HireFaultKind.MailMissing, "the mail address is missing", noMail.Cure) : Fault(HireFaultKind.Mail, noMail.What, noMail.Cure, mail);
        var supervisor = SupervisorMail?.Trim().ToLowerInvariant() is { Length: > 0 } told ? told : null;
        if (supervisor is not null && PersonChecks.Mail(supervisor) is { } noSupervisor) return Fault(HireFaultKind.SupervisorMail, $"the supervisor's mail: {noSupervisor.What}", noSupervisor.Cure, supervisor);
        if (supervisor == mail) return Fault(HireFaultKind.OwnSupervisor, "they would be their own supervisor", "write the supervisor's mail address, or leave the cell empty");
        if (RoleOf(Role ?? "", district, out var role) is { } noRole) return noRole with { Line = line };
        if (SchoolOf(School ?? "", district, out var school) is { } noSchool) return noSchool with { Line = line };
        if (HireDates.Read(FirstDay?.Trim() ?? "", style, out var day) is { } noDay) return noDay with { Line = line };
        if (day < Earliest) return Fault(HireFaultKind.LongAgo, $"the first day {day:yyyy-MM-dd} is too long ago", "look at the year", $"{day:yyyy-MM-dd}");
        if (day > today.AddDays(DaysAhead)) return Fault(HireFaultKind.FarAhead, $"the first day {day:yyyy-MM-dd} is more than a year ahead", "look at the year", $"{day:yyyy-MM-dd}");
        row = new HireRow { Line = line, EmployeeId = id, Name = name, Mail = mail, Role = role!, School = school, FirstDay = day, SupervisorMail = supervisor };
        return null;
    }

    // 1.2E+05 is what a spreadsheet makes of 123456, and nobody can make it back.
    internal static bool IsId(string id) => id.Length is > 0 and <= LongestId && char.IsAsciiLetterOrDigit(id[0]) && id.Any(char.IsAsciiDigit) && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_');

    // A name that is only near one is proposed, and never taken for it.
    private static HireFault? RoleOf(string text, District district, out Role? role)
    {
        var typed = PlainWords.Of(text);
        bool Is(Role r) => r.AlsoKnownAs.Append(r.Id).Append(r.Title).Any(n => PlainWords.Of(n) == typed);
        var named = district.Roles.Where(Is).ToList();
        role = typed.Length > 0 && named.Count == 1 ? named[0] : null;
        if (role is not null) return null;
        if (typed.Length == 0) return new HireFault(0, "the role is missing", $"write a role such as {district.Roles[0].Title}") { Kind = HireFaultKind.RoleMissing };
        var near = Nearest.To(typed, district.Roles.SelectMany(r => new[] { PlainWords.Of(r.Title), PlainWords.Of(r.Id) }));
        var meant = near is null ? null : district.Roles.First(r => PlainWords.Of(r.Title) == near || PlainWords.Of(r.Id) == near);
        return new HireFault(0, $"there is no role \"{text.Trim()}\"", meant is null ? "write a role as the console shows it, or its id" : $"did you mean {meant.Title}?") { Kind = HireFaultKind.Role, Word = text.Trim(), Other = meant?.Title ?? "" };
    }

    // An empty cell is a school that was forgotten, and not the whole district.
    private static HireFault? SchoolOf(string text, District district, out School? school)
    {
        var typed = PlainWords.Of(text);
        school = null;
        if (typed.Length == 0) return new HireFault(0, "the school is missing", $"write the school's name, or {WholeDistrict} for whoever works for all of them") { Kind = HireFaultKind.SchoolMissing };
        if (WordsForDistrict.Contains(typed) || typed == PlainWords.Of(district.Name)) return null;
        bool Is(School s) => s.AlsoKnownAs.Append(s.Id).Append(s.Name).Any(n => PlainWords.Of(n) == typed);
        var named = district.Schools.Where(Is).ToList();
        if (named.Count == 1) school = named[0];
        if (school is not null) return null;
        var near = Nearest.To(typed, district.Schools.SelectMany(s => s.AlsoKnownAs.Append(s.Name).Select(PlainWords.Of)));
        var meant = near is null ? null : district.Schools.First(s => s.AlsoKnownAs.Append(s.Name).Any(n => PlainWords.Of(n) == near));
        return new HireFault(0, $"no school is called \"{text.Trim()}\"", meant is null ? $"write the school's name as the console shows it, or {WholeDistrict}" : $"did you mean {meant.Name}?") { Kind = HireFaultKind.School, Word = text.Trim(), Other = meant?.Name ?? "" };
    }
}
