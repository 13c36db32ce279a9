using SupportBot.Cases;

namespace SupportBot.Console;

/// <summary>What the reporter reads about the case, as staff see it.</summary>
public static class StatusWords
{
    public static string Of(ReporterStatus status) => status switch
    {
        ReporterStatus.Received => "Received",
        ReporterStatus.BeingReviewed => "Being looked at",
        ReporterStatus.NeedInfo => "We have a question",
        ReporterStatus.ActionTaken => "Something was done",
        _ => "Closed",
    };
}
