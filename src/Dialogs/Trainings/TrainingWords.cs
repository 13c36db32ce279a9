using System.Globalization;
using System.Text;

namespace SupportBot.Dialogs;

/// <summary>Trainings in sentences, in the language of the turn. What cannot be done is said in one sentence, with what to do next.</summary>
internal sealed class TrainingWords(DialogContent content)
{
    private Phrases Phrases => content.Phrases;

    /// <summary>What came of a wish.</summary>
    public string Of(TrainingAnswer answer) => answer.Outcome switch
    {
        TrainingOutcome.Seat => Seat(answer.Date!, "training.seat"),
        TrainingOutcome.Swapped => Seat(answer.Date!, "training.swapped"),
        TrainingOutcome.AlreadySeat => Seat(answer.Date!, "training.already-seat"),
        TrainingOutcome.Waits => About("training.waits", answer.Date!, ("number", Count(answer.Place ?? 1))),
        TrainingOutcome.AlreadyWaits => About("training.already-waits", answer.Date!, ("number", Count(answer.Place ?? 1))),
        TrainingOutcome.AlreadyOffered => About("training.already-offered", answer.Date!, ("to", Moment(answer.When ?? answer.Date!.Starts))),
        TrainingOutcome.Left => About("training.left", answer.Date!),
        TrainingOutcome.LeftLate => About("training.left-late", answer.Date!),
        TrainingOutcome.Declined => About("training.declined", answer.Date!),
        TrainingOutcome.NotForYou => About("training.not-for-you", answer.Date!),
        TrainingOutcome.NotOpenYet => About("training.not-open", answer.Date!, ("day", Day(answer.When ?? answer.Date!.Starts))),
        TrainingOutcome.SignUpOver => About("training.over", answer.Date!),
        TrainingOutcome.CalledOff => About("training.off", answer.Date!),
        TrainingOutcome.Begun => About("training.begun", answer.Date!),
        TrainingOutcome.Elsewhere => Phrases.Say("training.elsewhere", ("name", answer.Other!.Title), ("when", Moment(answer.Other.Starts))),
        TrainingOutcome.Missing => About("training.missing", answer.Date!, ("status", Needed(answer))),
        TrainingOutcome.Full => About("training.full", answer.Date!),
        TrainingOutcome.NotOn => About("training.not-on", answer.Date!),
        TrainingOutcome.NoOffer => About("training.no-offer", answer.Date!),
        TrainingOutcome.CheckedIn => About("training.checked-in", answer.Date!),
        TrainingOutcome.WrongCode => Phrases["training.code-wrong"],
        TrainingOutcome.TooManyTries => Phrases["training.code-tries"],
        TrainingOutcome.NoneToday => Phrases["training.none-today"],
        TrainingOutcome.TooEarly => About("training.too-early", answer.Date!, ("from", Clock(answer.When ?? answer.Date!.Starts))),
        TrainingOutcome.TooLate => About("training.too-late", answer.Date!, ("to", Clock(answer.When ?? answer.Date!.Starts))),
        _ => Phrases["training.gone"],
    };

    /// <summary>A phrase about one date.</summary>
    public string About(string key, DateLine date, params ReadOnlySpan<(string Hole, string Value)> more) =>
        Phrases.Say(key, [("name", date.Title), ("when", Moment(date.Starts)), ("school", Where(date)), .. more]);

    /// <summary><c>Tuesday, Dec 1, 3:30 PM, Library: 5 seats free</c>.</summary>
    public string DateOf(DateLine date) => $"{When(date)}: {StateOf(date)}";

    /// <summary><c>Tuesday, Dec 1, 3:30 PM, Library</c>, with no mark that a channel could read.</summary>
    public string When(DateLine date) => $"{Moment(date.Starts)}, {Where(date)}";

    public string StateOf(DateLine date) => date.Window switch
    {
        SignUpWindow.NotYet => Phrases["training.state-later"],
        SignUpWindow.Over => Phrases["training.state-over"],
        _ when date.HasSeat => Phrases.Say(date.Free == 1 ? "training.state-one" : "training.state-free", ("count", Count(date.Free))),
        _ => Phrases.Say("training.state-full", ("count", Count(date.Waiting))),
    };

    /// <summary>What a person has there.</summary>
    public string StateOf(MyLine line) => line.Kind switch
    {
        SeatKind.Offered => Phrases.Say("training.mine-offered", ("to", Moment(line.Until ?? line.Date.Starts))),
        SeatKind.Waits => Phrases.Say("training.mine-waits", ("number", Count(line.Place ?? 1))),
        _ => Phrases["training.mine-seat"],
    };

    public string Mine(MyLines mine)
    {
        var text = new StringBuilder(Phrases[mine.Dates.Count == 0 ? "training.mine-none" : "training.mine"]);
        if (mine.Dates.Count > 0) text.Append("\n\n").AppendJoin("\n", mine.Dates.Select(m => $"- **{m.Date.Title}**: {When(m.Date)} ({StateOf(m)})"));
        if (Beside(mine) is { } beside) text.Append("\n\n").Append(beside);
        if (mine.Dates.Count > 0) text.Append("\n\n").Append(Phrases["training.mine-how"]);
        return text.ToString();
    }

    /// <summary>What stands beside their dates: what is still asked of them, what is waived, and what a list of earlier trainings says. Null where nothing does.</summary>
    public string? Beside(MyLines mine)
    {
        string[] lines =
        [
            .. mine.StillAsked.Count > 0 ? new[] { Phrases.Say("training.mine-asked", ("name", string.Join("; ", mine.StillAsked))) } : [],
            .. mine.Waived.Count > 0 ? new[] { Phrases.Say("training.mine-waived", ("name", string.Join("; ", mine.Waived))) } : [],
            .. mine.Earlier.Count > 0 ? new[] { Phrases.Say("training.mine-earlier", ("name", string.Join("; ", mine.Earlier))) } : [],
        ];
        return lines.Length == 0 ? null : string.Join("\n\n", lines);
    }

    /// <summary><c>Tuesday, Dec 1, 3:30 PM to 5:30 PM</c>.</summary>
    public string Span(DateLine date) => Phrases.Say("schedule.span", ("when", Moment(date.Starts)), ("to", Clock(date.Ends)));

    public string Day(DateTime at) => at.ToString(Phrases.Language == "es" ? "dddd d 'de' MMMM" : "dddd, MMM d", Culture);

    public string Moment(DateTime at) => $"{Day(at)}, {Clock(at)}";

    public string Clock(DateTime at) => HoursInWords.Clock(TimeOnly.FromDateTime(at), Phrases);

    /// <summary>What comes first.</summary>
    public string Needed(TrainingAnswer answer) => string.Join(", ", answer.FirstOneOf.Select(one => string.Join($" {Phrases["training.or"]} ", one)));

    // A place is typed by staff: in a Markdown text it is nothing but text.
    public string Where(DateLine date) => date switch
    {
        { Place.Length: 0 } => Phrases["training.online"],
        { IsOnline: true } => Phrases.Say("training.or-online", ("school", PlainMarkdown.Quote(date.Place))),
        _ => PlainMarkdown.Quote(date.Place),
    };

    /// <summary>The place for a card: a run reads no marks, so it stands there as it was typed.</summary>
    public string PlaceOnCard(DateLine date) => date switch { { Place.Length: 0 } => Phrases["training.online"], { IsOnline: true } => Phrases.Say("training.or-online", ("school", date.Place)), _ => date.Place };

    private string Seat(DateLine date, string key)
    {
        var said = About(key, date) + "\n\n" + Phrases["training.seat-how"];
        // What is typed here stands in a chat: what somebody needs is asked for where only those who lead the session read it.
        if (date.Page is { } page) return said + " " + Phrases.Say("training.needs-page", ("link", page.AbsoluteUri));
        return date.Facilitators.Count == 0 ? said : said + " " + Phrases.Say("training.needs", ("name", PlainMarkdown.Quote(string.Join($" {Phrases["training.or"]} ", date.Facilitators))));
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private CultureInfo Culture => CultureInfo.GetCultureInfo(Phrases.Language == "es" ? "es-US" : "en-US");
}
