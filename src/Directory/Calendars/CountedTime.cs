namespace SupportBot.Directory;

/// <summary>The unit in which a length of time is stated.</summary>
public enum TimeUnit
{
    Minutes,
    Hours,
    Days,
    Weeks,
}

/// <summary>Which time counts towards a length of time.</summary>
public enum CountedTime
{
    /// <summary>Every minute of every day.</summary>
    Always,

    /// <summary>Days on which the school teaches.</summary>
    SchoolDays,

    /// <summary>Hours in which the school is open.</summary>
    SchoolHours,

    /// <summary>Monday to Friday without the days on which the district's offices are closed.</summary>
    WorkingDays,
}
