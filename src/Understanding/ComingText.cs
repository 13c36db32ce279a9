using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportBot.Understanding;

/// <summary>
/// Reads when something is to be held, in English or Spanish: days, a time, a length. A day without a year is the next one; hours without am or pm are those at which people
/// work. <see cref="WhenText"/> reads what has happened.
/// </summary>
public static partial class ComingText
{
    private const int LongestText = 500;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] SpanishMonths = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];
    private static readonly string[][] Weekdays = [["sun", "dom"], ["mon", "lun"], ["tue", "mar"], ["wed", "mie"], ["thu", "jue"], ["fri", "vie"], ["sat", "sab"]];
    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["a"] = 1, ["an"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["un"] = 1, ["una"] = 1, ["dos"] = 2, ["tres"] = 3, ["cuatro"] = 4,
    };

    /// <param name="today">The day where it is to be held.</param>
    /// <param name="language">ISO 639; whoever writes Spanish writes the day before the month.</param>
    public static ComingTime Read(string text, DateOnly today, string language = "en")
    {
        ArgumentNullException.ThrowIfNull(text);
        var scan = new Scan(TextNormaliser.Fold(text.Length > LongestText ? text[..LongestText] : text), today, language == "es");
        var minutes = Minutes(scan);
        var half = Half(scan);
        var (at, until) = Clock(scan);
        var (from, to, any) = Days(scan);
        return new ComingTime(scan.Rest) { From = from, To = to, IsAnyDay = any, At = at, Minutes = minutes ?? (until is { } end && at is { } begin ? (int)(end.ToTimeSpan() - begin.ToTimeSpan()).TotalMinutes : null), Half = half };
    }

    private static int? Minutes(Scan scan)
    {
        if (scan.Take(HalfHour()) is not null) return 30;
        if (scan.Take(InMinutes()) is { } minutes) return int.TryParse(minutes.Groups["n"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var some) ? some : null;
        if (scan.Take(InHours()) is not { } hours) return null;
        var word = hours.Groups["n"].Value.Replace(',', '.');
        var whole = Numbers.TryGetValue(word, out var known) ? known : decimal.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return (int)((Math.Min(whole, 1000) + (hours.Groups["half"].Success ? 0.5m : 0)) * 60);
    }

    private static DayHalf? Half(Scan scan) => scan.Take(InTheMorning()) is not null ? DayHalf.Morning : scan.Take(InTheAfternoon()) is not null ? DayHalf.Afternoon : null;

    private static (TimeOnly? At, TimeOnly? Until) Clock(Scan scan)
    {
        if (scan.Take(FromTo()) is { } both)
        {
            var half = both.Groups["m2"].Value;
            var until = Time(both.Groups["h2"].Value, both.Groups["n2"].Value, half);
            // "3 to 5 pm" is in the afternoon twice, "10 to 2 pm" once.
            var first = both.Groups["m1"].Value is { Length: > 0 } own ? own : half.Length == 0 || int.Parse(both.Groups["h1"].Value, CultureInfo.InvariantCulture) % 12 > int.Parse(both.Groups["h2"].Value, CultureInfo.InvariantCulture) % 12 ? "" : half;
            return (Time(both.Groups["h1"].Value, both.Groups["n1"].Value, first), until);
        }

        if (scan.Take(Noon()) is not null) return (new TimeOnly(12, 0), null);
        if ((scan.Take(WithHalf()) ?? scan.Take(AtHour()) ?? scan.Take(OfDay())) is not { } one) return default;
        var minutes = one.Groups["half"].Success ? "30" : one.Groups["n"].Value;
        var part = one.Groups["part"].Value switch { "manana" => "am", "tarde" or "noche" => "pm", _ => one.Groups["m"].Value };
        return (Time(one.Groups["h"].Value, minutes, part), null);
    }

    // Nobody holds a workshop at three in the night.
    private static TimeOnly? Time(string hour, string minute, string half)
    {
        if (!int.TryParse(hour, NumberStyles.None, CultureInfo.InvariantCulture, out var h) || h > 23) return null;
        var m = minute.Length == 0 ? 0 : int.Parse(minute, CultureInfo.InvariantCulture);
        if (half.StartsWith('p') && h < 12) h += 12;
        else if (half.StartsWith('a') && h == 12) h = 0;
        else if (half.Length == 0 && h is >= 1 and <= 6) h += 12;
        return m < 60 ? new TimeOnly(h, m) : null;
    }

    private static (DateOnly? From, DateOnly? To, bool Any) Days(Scan scan)
    {
        if (scan.Take(AnyDay()) is not null) return (null, null, true);
        // Weeks begin on Sunday, as on a US wall calendar; people work from Monday on.
        var sunday = scan.Today.AddDays(-(int)scan.Today.DayOfWeek);
        (DateOnly? From, DateOnly? To)? span = scan.Take(InWeeks()) is { } weeks && Counted(weeks.Groups["n"].Value) is { } count ? Week(sunday.AddDays(7 * count))
            : scan.Take(WeekAfter()) is not null ? Week(sunday.AddDays(14))
            : null;
        List<(int Where, DateOnly Day, bool Opens, bool Ends, bool IsTo)> found = [];
        while (scan.Take(Named()) is { } named)
        {
            if (DayOf(named, scan) is not { } day) continue;
            found.Add((named.Index, day, named.Groups["opens"].Success, named.Groups["ends"].Success, named.Groups["to"].Success));
            if (named.Groups["last"].Success && Exact(day.Year, day.Month, int.Parse(named.Groups["last"].Value, CultureInfo.InvariantCulture)) is { } last) found.Add((named.Index + 1, last, false, true, false));
        }

        if (found.Count == 0 && span is null) span = scan.Take(NextWeek()) is not null ? Week(sunday.AddDays(7)) : scan.Take(ThisWeek()) is not null ? (scan.Today, sunday.AddDays(5)) : scan.Take(NextMonth()) is not null ? Month(scan.Today.AddMonths(1)) : null;
        if (found.Count == 0) return span is { } some ? (some.From, some.To, false) : (null, null, false);
        var ordered = found.OrderBy(f => f.Where).ToList();
        if (ordered.Count == 1)
            return ordered[0] switch
            {
                { Opens: true } one => (one.Day, null, false),
                { Ends: true } one => (null, one.Day, false),
                // "Move it to Dec 8" is no range.
                var one => (one.Day, one.Day, false),
            };
        // "Tuesday or Thursday" has no order; "Dec 11 to Dec 1" has one, and it is wrong.
        var isRange = ordered[1].Ends || ordered[1].IsTo || ordered[0].Opens;
        return isRange ? (ordered[0].Day, ordered[^1].Day, false) : (ordered.Min(o => o.Day), ordered.Max(o => o.Day), false);
    }

    private static (DateOnly?, DateOnly?) Week(DateOnly sunday) => (sunday.AddDays(1), sunday.AddDays(5));

    private static (DateOnly?, DateOnly?) Month(DateOnly day) => (new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static int? Counted(string word) => Numbers.TryGetValue(word, out var known) ? known : int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read <= 52 ? read : null;

    private static DateOnly? DayOf(Match named, Scan scan)
    {
        string Group(string name) => named.Groups[name].Value;
        int Number(string name) => int.TryParse(Group(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var today = scan.Today;
        if (named.Groups["today"].Success) return today;
        if (named.Groups["after"].Success) return today.AddDays(2);
        if (named.Groups["tomorrow"].Success) return today.AddDays(1);
        if (named.Groups["iso"].Success) return Exact(Number("y1"), Number("mo1"), Number("d1"));
        if (named.Groups["slash"].Success)
        {
            var (first, second, year) = (Number("a"), Number("b"), Number("y2"));
            var (month, day) = (scan.DayFirst && second <= 12) || first > 12 ? (second, first) : (first, second);
            return year == 0 ? Next(today, month, day) : Exact(year < 100 ? 2000 + year : year, month, day);
        }

        if (named.Groups["month"].Success) return Of(MonthOf(Group("month")), Number("d2"), Number("y3"));
        if (named.Groups["nth"].Success) return Exact(today.Year, today.Month, Number("nth")) is { } soon && soon >= today ? soon : Exact(today.AddMonths(1).Year, today.AddMonths(1).Month, Number("nth"));
        if (named.Groups["month2"].Success) return Of(MonthOf(Group("month2")), Number("d3"), Number("y4"));
        var weekday = Array.FindIndex(Weekdays, w => w.Any(s => Group("weekday").StartsWith(s, StringComparison.Ordinal)));
        var coming = today.AddDays(((weekday - (int)today.DayOfWeek + 6) % 7) + 1);
        // In English "next Tuesday" is not the one of this week.
        return named.Groups["next"].Success && coming <= today.AddDays(6 - (int)today.DayOfWeek) ? coming.AddDays(7) : coming;

        DateOnly? Of(int month, int day, int year) => year == 0 ? Next(today, month, day) : Exact(year, month, day);
    }

    // The latest such day is meant where it is only just over: then whoever asks hears that it has passed.
    private static DateOnly? Next(DateOnly today, int month, int day)
    {
        if (Exact(today.Year, month, day) is { } now && now >= today.AddDays(-30)) return now;
        return Exact(today.Year + 1, month, day);
    }

    private static int MonthOf(string word) => Math.Max(Array.FindIndex(Months, m => word.StartsWith(m, StringComparison.Ordinal)), Array.FindIndex(SpanishMonths, m => word.StartsWith(m, StringComparison.Ordinal))) + 1;

    private static DateOnly? Exact(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>A text from which what was read is taken out.</summary>
    private sealed class Scan(string text, DateOnly today, bool dayFirst)
    {
        private string _text = text;

        public DateOnly Today => today;

        public bool DayFirst => dayFirst;

        public string Rest => string.Join(' ', _text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        /// <summary>The first place that fits, which is read no more; null where none does. What stands elsewhere keeps its place.</summary>
        public Match? Take(Regex form)
        {
            if (form.Match(_text) is not { Success: true } match) return null;
            _text = string.Concat(_text.AsSpan(0, match.Index), new string(' ', match.Length), _text.AsSpan(match.Index + match.Length));
            return match;
        }
    }

    private const string Weekday = "mon|monday|tue|tues|tuesday|wed|wednesday|thu|thur|thurs|thursday|fri|friday|sat|saturday|sun|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo";
    private const string MonthName = "jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre";

    [GeneratedRegex(@"\b(half an hour|media hora)\b", RegexOptions.NonBacktracking)]
    private static partial Regex HalfHour();

    [GeneratedRegex(@"(?<n>-?\d{1,6}) ?-?(minutes?|mins?|minutos?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InMinutes();

    [GeneratedRegex(@"(\b|-)(?<n>\d{1,4}([.,]\d{1,2})?|an?|one|two|three|four|una?|dos|tres|cuatro) ?-?(?<half>(and a half |y media ))?(hours?|hrs?|horas?|h)\b(?<half> and a half| y media)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InHours();

    [GeneratedRegex(@"\b(in the mornings?|mornings?|(por|en) las? mananas?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex InTheMorning();

    [GeneratedRegex(@"\b(in the afternoons?|afternoons?|after school|(por|en) las? tardes?|despues de clases?)\b", RegexOptions.NonBacktracking)]
    private static partial Regex InTheAfternoon();

    [GeneratedRegex(@"\b(from |between |de |entre |desde )?(las? )?(?<h1>\d{1,2})(:(?<n1>\d{2}))? ?(?<m1>[ap]\.?m\b\.?)? ?(-|to|until|till|and|a|y|hasta) ?(las? )?(?<h2>\d{1,2})(:(?<n2>\d{2}) ?(?<m2>[ap]\.?m\b\.?)?| ?(?<m2>[ap]\.?m\b\.?))", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FromTo();

    [GeneratedRegex(@"\b(at )?(noon|midday)\b|\b(al? )?mediodia\b", RegexOptions.NonBacktracking)]
    private static partial Regex Noon();

    [GeneratedRegex(@"\b(at |a las? )?(?<h>\d{1,2})(:(?<n>\d{2}))? ?(?<m>[ap]\.?m\b\.?)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex WithHalf();

    [GeneratedRegex(@"\b(at|a las?) (?<h>\d{1,2})(:(?<n>\d{2})|(?<half> y media))?( de la (?<part>manana|tarde|noche))?\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AtHour();

    [GeneratedRegex(@"\b(?<h>\d{1,2}):(?<n>\d{2})\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OfDay();

    [GeneratedRegex(@"\b(any|whichever) (day|date|time)\b|\bwhenever\b|\b(any|anytime|cualquiera)\z|\bcualquier (dia|fecha)\b|\bcuando sea\b", RegexOptions.NonBacktracking)]
    private static partial Regex AnyDay();

    [GeneratedRegex(@"\b(in|en|dentro de) (?<n>a|one|two|three|four|una|dos|tres|cuatro|\d{1,2}) (weeks?|semanas?)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex InWeeks();

    [GeneratedRegex(@"\b(the )?week after next\b", RegexOptions.NonBacktracking)]
    private static partial Regex WeekAfter();

    [GeneratedRegex(@"\bnext week\b|\b(la )?(proxima semana|semana (proxima|que viene))\b", RegexOptions.NonBacktracking)]
    private static partial Regex NextWeek();

    [GeneratedRegex(@"\bthis week\b|\besta semana\b", RegexOptions.NonBacktracking)]
    private static partial Regex ThisWeek();

    [GeneratedRegex(@"\bnext month\b|\b(el )?(proximo mes|mes que viene)\b", RegexOptions.NonBacktracking)]
    private static partial Regex NextMonth();

    [GeneratedRegex(
        @"\b((?<opens>from|after|starting( on)?|beginning( on)?|desde|a partir de|despues de)|(?<to>to)|(?<ends>until|till|through|by|before|hasta|antes de)|between|entre|on|this|coming|and|or|para|y|o|(?<next>next))? ?\b(the |el |la |al |del )?(this |coming |proximo |(?<next>next ))?"
        + "((?<today>today|hoy)|(?<after>day after tomorrow|pasado manana)|(?<tomorrow>tomorrow|manana)"
        + @"|(?<iso>(?<y1>\d{4})-(?<mo1>\d{1,2})-(?<d1>\d{1,2}))|(?<slash>(?<a>\d{1,2})/(?<b>\d{1,2})(/(?<y2>\d{4}|\d{2}))?)"
        + $@"|(({Weekday}),? (the |el )?)?((?<month>{MonthName})\.? (?<d2>\d{{1,2}})(st|nd|rd|th)?( ?(-|to|through) ?(?<last>\d{{1,2}})(st|nd|rd|th)?)?(,? (?<y3>\d{{4}}))?|(?<d3>\d{{1,2}})(st|nd|rd|th)?( of| de)? (?<month2>{MonthName})\b(,?( de| del)? (?<y4>\d{{4}}))?)|(?<weekday>{Weekday})( que viene| proximo)?|(?<nth>\d{{1,2}})(st|nd|rd|th))\b",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Named();
}
