namespace SupportBot.Understanding;

/// <summary>
/// Reads when something happened, in English or Spanish and the plain words of the other languages, from the day it is told. What may be meant
/// in two ways is never chosen in silence.
/// </summary>
public static class WhenText
{
    private const int LongestText = 500;

    /// <param name="today">the day in the school's time zone</param>
    /// <param name="language">ISO 639 code; whoever writes the day first reads 3/11 as the third of November too. Words come back in it.</param>
    public static WhenReading Read(string text, DateOnly today, string language = "en")
    {
        var scan = new WhenScan(today, dayFirst: language is "es" or "vi" or "ru" or "so");
        scan.Walk(new WhenTokens(WhenForeign.InEnglish(text.Length > LongestText ? text[..LongestText] : text, language)));
        var part = Part(scan.Parts);
        var days = Days(scan, out var reason).Distinct().ToList();
        if (reason is null && days.Count == 1)
            return Said(days[0]);
        return new WhenUnclear(reason ?? WhenReason.SeveralDays, [.. days.Select(Said)]);

        WhenUnderstood Said(DateOnly day) => new(day, part, WhenSpoken.Say(day, part, language, withYear: day.Year != today.Year));

        IEnumerable<DateOnly> Days(WhenScan found, out WhenReason? why)
        {
            var named = found.Days.Concat(found.Weekdays).ToList();
            var all = named.SelectMany(d => d).ToList();
            // A weekday beside a day: "Friday the 13th" is one day, if that day is a Friday.
            var agreed = found.Days.Count == 1 && found.Days[0].Where(d => found.Weekdays.All(w => w[0].DayOfWeek == d.DayOfWeek)).ToList() is { Count: > 0 } fitting ? fitting : null;
            why = found switch
            {
                { IsVague: true } when agreed is { Count: 1 } && found.Weekdays.Count > 0 => null,
                { IsFuture: true } => WhenReason.InTheFuture,
                { IsVague: true } => WhenReason.TooVague,
                { IsNotKnown: true } when named.Count == 0 => WhenReason.NotKnown,
                _ when named.Count == 0 => found.Parts.Count > 0 ? WhenReason.NoDay : WhenReason.NotATime,
                { IsDenied: true } or { IsNotKnown: true } => WhenReason.Ambiguous,
                _ when agreed is not null => agreed.Count == 1 ? null : WhenReason.Ambiguous,
                _ when named.Count == 1 => named[0].Count == 1 ? null : WhenReason.Ambiguous,
                _ => all.Distinct().Count() == 1 ? null : WhenReason.SeveralDays,
            };
            return agreed ?? (why == WhenReason.NoDay ? [today, today.AddDays(-1)] : all);
        }
    }

    // "tuesday morning before school" says one thing twice; "morning and afternoon" says two.
    private static PartOfDay? Part(HashSet<PartOfDay> parts)
    {
        var exact = parts.Where(p => p is PartOfDay.BeforeSchool or PartOfDay.Lunch or PartOfDay.AfterSchool).ToList();
        return exact.Count == 1 ? exact[0] : exact.Count == 0 && parts.Count == 1 ? parts.Single() : null;
    }
}
