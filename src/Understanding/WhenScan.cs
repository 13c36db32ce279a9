namespace SupportBot.Understanding;

/// <summary>What one walk over a text has found about time.</summary>
internal sealed class WhenScan(DateOnly today, bool dayFirst)
{
    /// <summary>Days that were named, each with the days it may be.</summary>
    public List<IReadOnlyList<DateOnly>> Days { get; } = [];

    /// <summary>Weekdays that were named, each with the days it may be.</summary>
    public List<IReadOnlyList<DateOnly>> Weekdays { get; } = [];

    public HashSet<PartOfDay> Parts { get; } = [];

    public bool IsVague { get; private set; }

    public bool IsFuture { get; private set; }

    public bool IsNotKnown { get; private set; }

    /// <summary>"not yesterday": what was found is not what is meant.</summary>
    public bool IsDenied { get; private set; }

    public void Walk(WhenTokens t)
    {
        while (!t.IsAtEnd)
            if (!(NotKnown(t) || PartOfDay(t) || NamedDay(t) || Ago(t) || Week(t) || Weekday(t) || CalendarDay(t) || Numeric(t)))
            {
                IsVague |= WhenWords.IsVague(t.Word);
                IsDenied |= WhenWords.IsAmong(t.Word, "not", "wasnt", "isnt", "no", "nunca", "never", "except");
                t.Move();
            }
    }

    private bool NotKnown(WhenTokens t) => t.Skip("not", "sure|certain") || t.Skip("dont|cant|do|didnt", "know|remember|recall") || t.Skip("idk|dunno|forgot|unsure|unknown|idr")
        || t.Skip("no", "se|recuerdo") || t.Skip("no", "estoy", "seguro|segura") || t.Skip("no", "me", "acuerdo") || t.Skip("do", "not", "know|remember")
        ? IsNotKnown = true : false;

    private bool PartOfDay(WhenTokens t)
    {
        if (t.Skip("last", "night") || t.Skip("anoche"))
            return Day(today.AddDays(-1), Understanding.PartOfDay.Night);
        if (t.Skip("tonight") || t.Skip("esta", "noche"))
            return Day(today, Understanding.PartOfDay.Night);
        var thisDay = WhenWords.IsAmong(t.Word, "this", "esta", "este");
        if (thisDay && WhenParts.Read(t, 1) is { } now)
            return Day(today, now);
        return WhenParts.Read(t, 0) is { } part && Parts.Add(part) | true;
    }

    private bool NamedDay(WhenTokens t)
    {
        if (t.Skip("day", "before", "yesterday") || t.Skip("antier|anteayer|antiayer") || t.Skip("antes", "de", "ayer"))
            return Day(today.AddDays(-2));
        if (t.Skip("yesterday|ayer|yday|yesturday|yesterdays"))
            return Day(today.AddDays(-1));
        if (t.Skip("today|todays|hoy|ahorita") || t.Skip("just", "now") || t.Skip("right", "now") || t.Skip("ahora", "mismo"))
            return Day(today);
        return (t.Skip("tomorrow|tmrw|manana") || t.Skip("next", "week|month|year")) && (IsFuture = true);
    }

    // "two days ago", "hace dos dias". A week or more ago is roughly meant, so it becomes a candidate and not a day.
    private bool Ago(WhenTokens t)
    {
        var spanish = t.Word == "hace";
        var first = spanish ? 1 : 0;
        if (WhenWords.Number(t.Peek(first)) is not { } number || !spanish && t.Peek(2) is not ("ago" or "back"))
            return false;
        var (unit, rough) = t.Peek(first + 1) switch
        {
            "day" or "days" or "dia" or "dias" or "night" or "nights" or "noches" => (1, false),
            "week" or "weeks" or "semana" or "semanas" => (7, true),
            _ => (0, true),
        };
        if (unit == 0)
            return false;
        t.Move(3);
        IsVague |= rough;
        return Day(today.AddDays(-number * unit));
    }

    private bool Week(WhenTokens t)
    {
        if (t.Skip("weekend|finde") || t.Skip("fin", "de", "semana"))
        {
            var sunday = today.AddDays(-(int)today.DayOfWeek);
            var saturday = today.DayOfWeek == DayOfWeek.Saturday ? today : sunday.AddDays(-1);
            Days.Add([saturday, .. sunday > saturday ? [sunday] : Array.Empty<DateOnly>()]);
            return true;
        }
        if (t.Skip("last", "week") || t.Skip("semana", "pasada"))
        {
            var monday = today.AddDays(-(int)today.DayOfWeek - 6);
            Days.Add([.. Enumerable.Range(0, 5).Select(monday.AddDays)]);
            return IsVague = true;
        }
        return (t.Skip("other", "day") || t.Skip("otro", "dia") || t.Skip("this|last|all", "week|month|year") || t.Skip("all", "the", "time") || t.Skip("mes|ano", "pasado")
            || t.Skip("esta", "semana") || t.Skip("este", "mes|ano")) && (IsVague = true);
    }

    private bool Weekday(WhenTokens t)
    {
        var before = t.Peek(-1);
        var named = WhenWords.IsAmong(before, "last", "this", "on", "past", "next");
        if (WhenWords.Weekday(t.Word, shortToo: named || t.IsBrief) is not { } weekday)
            return false;
        t.Move();
        var latest = WhenDays.Latest(today, weekday);
        if (before is "next" or "proximo" || t.Skip("proximo|siguiente") || t.Skip("que", "viene"))
            return IsFuture = true;
        if (t.Skip("last", "week") || t.Skip("de", "la", "semana", "pasada"))
            Weekdays.Add([WhenDays.InLastWeek(today, weekday)]);
        else if (before is "last" or "pasado" && t.Peek(-3) != "this" || t.Skip("pasado"))
            Weekdays.Add(WhenDays.Last(today, weekday));
        else if (latest == today)
            Weekdays.Add(before == "this" ? [today] : [today, today.AddDays(-7)]);
        else if (before == "this" && !WhenDays.IsThisWeek(today, latest))
        {
            Weekdays.Add([latest]);
            IsFuture = true;
        }
        else
            Weekdays.Add([latest]);
        return true;
    }

    private bool CalendarDay(WhenTokens t)
    {
        int words;
        if (WhenWords.Month(t.Word) is { } month && WhenWords.DayOfMonth(t.Peek(1), needsEnding: false) is { } day)
            words = 2;
        else if (WhenWords.DayOfMonth(t.Word, needsEnding: false) is { } first && (t.Peek(1) is "de" or "of" ? 2 : 1) is var at && WhenWords.Month(t.Peek(at)) is { } named)
            (day, month, words) = (first, named, at + 1);
        else
            return DayOnly(t);
        t.Move(words);
        var year = t.Word.Length == 4 && int.TryParse(t.Word, out var given) ? given : t.Skip("de|of") && int.TryParse(t.Word, out given) ? given : (int?)null;
        if (year is not null)
            t.Move();
        return Take(WhenDays.MonthDay(today, month, day, year));
    }

    private bool DayOnly(WhenTokens t)
    {
        var named = t.Peek(-1) is "the" or "el" or "dia";
        if (WhenWords.DayOfMonth(t.Word, needsEnding: !named) is not { } day || t.Peek(1) is "am" or "pm" or "oclock" or "times" or "grade" or "period" or "floor")
            return false;
        t.Move();
        return Take(WhenDays.DayOfMonth(today, day));
    }

    private bool Numeric(WhenTokens t)
    {
        if (!char.IsAsciiDigit(t.Word.FirstOrDefault()) || WhenDays.Numeric(today, t.Word, dayFirst) is not { } found)
            return false;
        t.Move();
        return Take(found);
    }

    private bool Take(WhenDays.Named named)
    {
        IsFuture |= named.IsFuture;
        // A day long past is more often a slip than meant: it is asked about, beside the other way to read it.
        IsVague |= named.IsDoubtful;
        if (named.Days.Count > 0)
            Days.Add(named.Days);
        return true;
    }

    private bool Day(DateOnly day, PartOfDay? part = null)
    {
        Days.Add([day]);
        if (part is { } known)
            Parts.Add(known);
        return true;
    }
}
