using System.Text.RegularExpressions;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

internal enum ScheduleVerb
{
    /// <summary>A workshop that is not there yet.</summary>
    New,
    Move,
    CallOff,

    /// <summary>Something that was pressed.</summary>
    Choose,
}

/// <summary>What somebody who leads workshops wants of them.</summary>
/// <param name="Words">What was said beside the verb; for <see cref="ScheduleVerb.Choose"/> what the button carries.</param>
internal sealed partial record ScheduleWish(ScheduleVerb Verb, string Words = "")
{
    /// <summary>Longer texts tell something; they wish for nothing.</summary>
    private const int Longest = 250;

    /// <summary>The verb is said of a whole workshop alone, not of a seat in it.</summary>
    public bool IsSure { get; init; }

    /// <summary>True where the words name a workshop at all.</summary>
    public bool NamesWorkshop => Nouns().IsMatch(TextNormaliser.Plain(Words));

    /// <summary>A wish in words, in English or Spanish; null where the text is something else.</summary>
    public static ScheduleWish? Of(string text)
    {
        if (text.Length > Longest) return null;
        var folded = TextNormaliser.Fold(text).Trim();
        return Named(Moving(), ScheduleVerb.Move, folded, isSure: true) ?? Named(Ending(), ScheduleVerb.CallOff, folded, isSure: true)
            ?? Named(Scheduling(), ScheduleVerb.New, folded, isSure: true) ?? Named(Planning(), ScheduleVerb.New, folded, isSure: false)
            ?? Named(MayMove(), ScheduleVerb.Move, folded, isSure: false) ?? Named(MayEnd(), ScheduleVerb.CallOff, folded, isSure: false);
    }

    private static ScheduleWish? Named(Regex form, ScheduleVerb verb, string folded, bool isSure) =>
        form.Match(folded) is { Success: true } match ? new(verb, match.Groups["it"].Value.Trim()) { IsSure = isSure } : null;

    private const string Asked = @"\A(please |can you |could you |can i |i want to |i need to |i would like to |i'd like to |let's |por favor |puedes |quiero |necesito |quisiera )*";

    [GeneratedRegex(@"\b(workshop|training|session|course|class|seminar|webinar|taller|capacitacion|sesion|curso|formacion)(s|es)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Nouns();

    [GeneratedRegex(Asked + @"(schedule|agendar?|programar?)\b(?<it>.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Scheduling();

    [GeneratedRegex(Asked + @"(plan|organi[sz]e|host|hold|arrange|set up|put on|find (a|some) time for|organizar?|planear|planea)\b(?<it>.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Planning();

    [GeneratedRegex(Asked + @"(reschedule|postpone|put off|reprogramar?|reagendar?|aplazar?|posponer|pospon)\b(?<it>.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Moving();

    [GeneratedRegex(Asked + @"(call off|suspender?)\b(?<it>.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Ending();

    [GeneratedRegex(Asked + @"(move|change|mover|mueve|cambiar?)\b(?<it>.+)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MayMove();

    [GeneratedRegex(Asked + @"(cancel|cancelar?|anular?)\b(?<it>.+)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex MayEnd();
}
