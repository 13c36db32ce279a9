namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// One reading of a date or time. Either <see cref="Value"/> or a range from <see cref="Start"/> up to, not including,
/// <see cref="End"/>. Dates are yyyy-MM-dd, times HH:mm:ss, both together with a space between.
/// </summary>
public class DateTimeResolution
{
    public string Value { get; set; }

    public string Start { get; set; }

    public string End { get; set; }

    /// <summary>What was said, as TIMEX3: "XXXX-WXX-1" is a Monday, whichever.</summary>
    public string Timex { get; set; }
}
