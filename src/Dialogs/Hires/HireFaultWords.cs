using SupportBot.Directory;

namespace SupportBot.Dialogs;

/// <summary>Why a line, a list or a file is not taken, in the language of the turn, each with what to do.</summary>
internal sealed class HireFaultWords(DialogContent content)
{
    private Phrases Phrases => content.Phrases;

    /// <summary><c>Line 5: there is no role "nurs". Did you mean School nurse?</c> What stands there is as it was written: on a card it stands in runs.</summary>
    public string OfLine(HireFault fault) => Phrases.Say("hires.line", ("number", System.FormattableString.Invariant($"{fault.Line}")), ("status", Of(fault)));

    public string Of(HireFault fault) => Phrases.Say(KeyOf(fault), ("word", Short(fault.Word)), ("other", Short(fault.Other)));

    /// <summary>Why nothing of a list could be read.</summary>
    public string OfList(string code, string word) => Phrases.Say(
        code switch
        {
            "not-utf8" when word.Length > 0 => "hires.encoding-line",
            "not-utf8" => "hires.encoding",
            "too-large" => "hires.too-large",
            "too-many" => "hires.too-many",
            "no-header" => "hires.no-header",
            "two-columns" => "hires.two-columns",
            "no-column" => "hires.no-column",
            _ => "hires.open-quote",
        },
        ("word", Short(word)), ("count", Count(code == "too-many" ? HireCsv.MostLines : HireCsv.Largest / 1024)));

    public string Of(DroppedFile file) => Phrases.Say(
        file.Fault switch
        {
            DroppedFileFault.NoList => "hires.file-kind",
            DroppedFileFault.NoText when file.Word.Length > 0 => "hires.encoding-line",
            DroppedFileFault.NoText => "hires.encoding",
            DroppedFileFault.TooLarge => "hires.too-large",
            DroppedFileFault.Elsewhere => "hires.file-elsewhere",
            _ => "hires.file-not-fetched",
        },
        ("word", file.Word), ("count", Count(HireCsv.Largest / 1024)));

    private static string KeyOf(HireFault fault) => fault.Kind switch
    {
        HireFaultKind.Id => "hires.fault-id",
        HireFaultKind.NameMissing => "hires.fault-no-name",
        HireFaultKind.Name => "hires.fault-name",
        HireFaultKind.MailMissing => "hires.fault-no-mail",
        HireFaultKind.Mail => "hires.fault-mail",
        HireFaultKind.SupervisorMail => "hires.fault-supervisor",
        HireFaultKind.OwnSupervisor => "hires.fault-own",
        HireFaultKind.RoleMissing => "hires.fault-no-role",
        HireFaultKind.Role when fault.Other.Length > 0 => "hires.fault-role-near",
        HireFaultKind.Role => "hires.fault-role",
        HireFaultKind.SchoolMissing => "hires.fault-no-school",
        HireFaultKind.School when fault.Other.Length > 0 => "hires.fault-school-near",
        HireFaultKind.School => "hires.fault-school",
        HireFaultKind.DayMissing => "hires.fault-no-day",
        HireFaultKind.DayFirst => "hires.fault-day-first",
        HireFaultKind.Day => "hires.fault-day",
        HireFaultKind.EitherDay => "hires.fault-either-day",
        HireFaultKind.LongAgo => "hires.fault-long-ago",
        HireFaultKind.FarAhead => "hires.fault-far-ahead",
        HireFaultKind.Doubled => "hires.fault-doubled",
        HireFaultKind.MailOfOther => "hires.fault-mail-of-other",
        HireFaultKind.MailOfTwo => "hires.fault-mail-of-two",
        HireFaultKind.PersonOfOther => "hires.fault-person-of-other",
        _ => "hires.fault-line",
    };

    // Nobody must read a whole cell to learn that it is wrong.
    private static string Short(string text) => text.Length > 80 ? text[..80] + "…" : text;

    private static string Count(int count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
