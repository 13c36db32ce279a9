namespace SupportBot.Understanding;

/// <summary>A part of a day as a student would name it.</summary>
public enum PartOfDay
{
    BeforeSchool,
    Morning,
    Lunch,
    Afternoon,
    AfterSchool,
    Evening,
    Night,
}
