using System.Globalization;
using SupportBot.Cards;

namespace SupportBot.Dialogs;

/// <summary>Sessions in sentences for those who sit in them and those who lead them, in the language of the turn.</summary>
internal sealed class SessionTexts(DialogContent content)
{
    private readonly TrainingWords _words = new(content);

    private Phrases Phrases => content.Phrases;

    /// <summary><c>Tuesday, Dec 1, 3:30 PM to 5:30 PM, Library</c>, with no mark that a channel could read.</summary>
    public string When(DateLine date) => $"{_words.Span(date)}, {_words.Where(date)}";

    /// <summary>The same for a card, where a place stands as it was typed.</summary>
    public string OnCard(DateLine date) => $"{_words.Span(date)}, {_words.PlaceOnCard(date)}";

    /// <summary>How many seats are taken and how many people wait.</summary>
    public string CountsOf(RosterLine entry)
    {
        var taken = Phrases.Say("training.roster-taken", ("count", Count(entry.Taken)), ("total", Count(entry.Seats)));
        return entry.Waiting == 0 ? taken : $"{taken} {Phrases.Say("training.roster-waiting", ("count", Count(entry.Waiting)))}";
    }

    /// <summary>Who is there, and who is not yet.</summary>
    public IEnumerable<RosterGroup> GroupsOf(RosterSheet roster)
    {
        if (roster.Here.Count > 0) yield return Group("training.roster-here", roster.Here);
        if (roster.NotHere.Count > 0) yield return Group(roster.IsClosed ? "training.roster-absent" : "training.roster-not-here", roster.NotHere);
    }

    /// <summary>A sentence about the roll as a whole: nobody has a seat, or it is closed; null for nothing.</summary>
    public string? StateOf(RosterSheet roster) => roster switch
    {
        { IsClosed: true } => Phrases["training.roster-closed"],
        { Here.Count: 0, NotHere.Count: 0 } => Phrases["training.roster-nobody"],
        _ => null,
    };

    /// <summary>A roster for channels without cards.</summary>
    /// <param name="note">As it was said; it may hold a name.</param>
    public string Of(RosterSheet roster, string? note)
    {
        List<string> parts = note is null ? [] : [PlainMarkdown.Quote(note)];
        parts.Add($"**{roster.Line.Date.Title}**\n\n{When(roster.Line.Date)}. {CountsOf(roster.Line)}");
        if (StateOf(roster) is { } state) parts.Add(state);
        foreach (var (heading, names, rest) in GroupsOf(roster)) parts.Add($"{heading}\n\n{string.Join("\n", names.Select(n => $"- {PlainMarkdown.Quote(n)}"))}{(rest is null ? "" : $"\n\n{rest}")}");
        if (roster is { MayLetIn: true, NotHere.Count: > 0 }) parts.Add(Phrases["training.let-in-how"]);
        if (roster.Page is { } page) parts.Add($"{Phrases["training.roster-page"]}: {page}");
        return string.Join("\n\n", parts);
    }

    /// <summary>What came of letting somebody in. Holds a name as it is: not for Markdown.</summary>
    public string Of(LetInAnswer answer) => answer.Answer.Outcome switch
    {
        TrainingOutcome.CheckedIn => Phrases.Say("training.let-in-done", ("name", NameOf(answer.Name))),
        TrainingOutcome.Missing => Phrases.Say("training.let-in-missing", ("status", _words.Needed(answer.Answer)), ("name", NameOf(answer.Name))),
        _ => Phrases.Say("training.let-in-not", ("name", NameOf(answer.Name))),
    };

    /// <summary>A name, or that there is none any more.</summary>
    public string NameOf(string name) => name.Length > 0 ? name : Phrases["training.somebody"];

    /// <summary>When it is asked, and that nobody learns who answered what.</summary>
    public string LeadOf(FeedbackForm form) => $"{MomentOf(form)} {Phrases["training.feedback-private"]}";

    /// <summary>Where feedback is given from a channel without forms.</summary>
    public string OfFeedback(FeedbackForm form)
    {
        var where = form.Page is { } page ? Phrases.Say("training.feedback-page", ("link", page.ToString())) : Phrases["training.feedback-console"];
        return $"**{form.Line.Date.Title}**\n\n{LeadOf(form)}\n\n{where}";
    }

    private string MomentOf(FeedbackForm form) => Phrases[form.Line.Moment switch { FeedbackPart.Before => "training.feedback-before", FeedbackPart.After => "training.feedback-after", _ => "training.feedback-later" }];

    private RosterGroup Group(string key, IReadOnlyList<RosterPerson> people) => new(
        Phrases.Say(key, ("count", Count(people.Count))),
        [.. people.Take(RosterCard.MostNames).Select(p => NameOf(p.Name))],
        people.Count > RosterCard.MostNames ? Phrases.Say("training.roster-more", ("count", Count(people.Count - RosterCard.MostNames))) : null);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
