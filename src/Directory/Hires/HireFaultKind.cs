namespace SupportBot.Directory;

/// <summary>Why a line of a list of hires is not taken.</summary>
public enum HireFaultKind
{
    /// <summary>Quotation marks, the number of cells, or a cell that is too long: whatever its values mean.</summary>
    Line,
    Id,
    NameMissing,
    Name,
    MailMissing,
    Mail,
    SupervisorMail,
    OwnSupervisor,
    RoleMissing,
    Role,
    SchoolMissing,
    School,
    DayMissing,
    DayFirst,
    Day,

    /// <summary>Month first or day first: nobody can say.</summary>
    EitherDay,
    LongAgo,
    FarAhead,

    /// <summary>The employee id or the mail address stands in several lines.</summary>
    Doubled,

    /// <summary>The mail address is that of another employee who is kept.</summary>
    MailOfOther,

    /// <summary>Two people in the directory have the mail address.</summary>
    MailOfTwo,

    /// <summary>The person in the directory is another employee who is kept.</summary>
    PersonOfOther,
}
