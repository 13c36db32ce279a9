using System.Text.RegularExpressions;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>What staff say around a session of a training: that they are there, who comes, how it was. In English or Spanish.</summary>
internal static partial class SessionWish
{
    private const int CodeDigits = 6;

    // What stands around a code, or around a course that is not named, and says nothing of its own.
    private static readonly HashSet<string> SaysNothing =
    [
        "with", "the", "my", "code", "is", "number", "now", "here", "please", "to", "for", "at", "in", "into", "on", "of", "today", "todays", "and", "it", "this", "that", "a", "last", "next", "i", "attended", "was",
        "training", "trainings", "workshop", "workshops", "session", "sessions", "course", "courses", "seminar", "seminars",
        "con", "el", "la", "los", "las", "codigo", "es", "mi", "mis", "numero", "ahora", "aqui", "hoy", "por", "favor", "al", "en", "de", "del", "para", "y", "un", "una", "este", "esta", "capacitacion", "capacitaciones", "curso", "cursos", "taller", "talleres", "sesion", "sesiones", "formacion",
    ];

    /// <param name="plain">Folded words.</param>
    /// <returns>Null where the words are about something else.</returns>
    public static TrainingWish? Of(string plain) => CheckIn(plain) ?? Roster(plain) ?? LetIn(plain) ?? Feedback(plain);

    /// <summary>The digits of an answer to the question for the code; null for a text that is something else.</summary>
    public static string? CodeIn(string text)
    {
        var plain = TextNormaliser.Plain(text);
        var digits = Digits(plain);
        return digits.Length == CodeDigits || (digits.Length > 0 && !plain.Any(char.IsLetter)) ? digits : null;
    }

    private static TrainingWish? CheckIn(string plain)
    {
        if (CheckingIn().Match(plain) is { Success: true } checks) return Rest(checks) is { } code ? new(TrainingVerb.CheckIn, code) : null;
        // "I am here" is said of much: a code beside it, or a session of today, makes it this.
        if (Arriving().Match(plain) is { Success: true } arrives) return Rest(arrives) is { } said ? new(TrainingVerb.CheckIn, said) { IsSure = said.Length > 0 } : null;
        return Digits(plain) is { Length: CodeDigits } alone && Words(plain).All(w => SaysNothing.Contains(w) || w.All(char.IsAsciiDigit)) ? new(TrainingVerb.CheckIn, alone) { IsSure = false } : null;
    }

    // The code that follows; empty for none, null where what follows is of something else, such as a student that somebody checks in with.
    private static string? Rest(Match match)
    {
        var rest = match.Groups["rest"].Value;
        var digits = Digits(rest);
        var others = Words(rest).Where(w => !w.All(char.IsAsciiDigit)).ToList();
        if (others.All(SaysNothing.Contains)) return digits.Length > 0 || !others.Contains("with") && !others.Contains("con") ? digits : null;
        return others[0] is "to" or "for" or "into" or "at" or "a" or "al" or "en" && Nouns().IsMatch(rest) ? digits : null;
    }

    private static TrainingWish? Roster(string plain)
    {
        if (Listing().Match(plain) is { Success: true } lists) return Specific(TrainingVerb.Roster, lists);
        if (Leading().IsMatch(plain)) return new(TrainingVerb.Roster);
        if (Coming().Match(plain) is not { Success: true } comes) return null;
        var about = comes.Groups["it"].Value;
        if (Nouns().IsMatch(about)) return Specific(TrainingVerb.Roster, comes);
        return Words(about).All(SaysNothing.Contains) ? new(TrainingVerb.Roster) { IsSure = false } : null;
    }

    private static TrainingWish? LetIn(string plain) => LettingIn().Match(plain) is { Success: true } lets ? new(TrainingVerb.LetIn, lets.Groups["it"].Value.Trim()) { IsSure = false } : null;

    // Feedback is given to students and on plans too.
    private static TrainingWish? Feedback(string plain)
    {
        if (Giving().Match(plain) is not { Success: true } gives) return null;
        var wish = Specific(TrainingVerb.Feedback, gives);
        return wish with { IsSure = Nouns().IsMatch(plain) || (wish.Words.Length == 0 && plain.Contains("feedback", StringComparison.Ordinal)) };
    }

    // "My workshop" names none.
    private static TrainingWish Specific(TrainingVerb verb, Match match) =>
        match.Groups["it"].Value.Trim() is { Length: > 0 } about && !Words(about).All(SaysNothing.Contains) ? new(verb, about) : new(verb);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private const string Asked = @"\A(please |can you |could you |can i |may i |let me |i want to |i need to |i would like to |id like to |por favor |puedes |puedo |quiero |quisiera |necesito )*";

    [GeneratedRegex(@"\b(training|workshop|session|course|seminar|capacitacion|curso|taller|sesion|formacion)(s|es)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Nouns();

    [GeneratedRegex(Asked + @"(check (me )?in|checking (me )?in|check me into|checkin|(registrar?|marcar?|confirmar?) (mi )?(asistencia|llegada)|(hacer|haz) (el )?check in)(?<rest>( .*)?)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CheckingIn();

    [GeneratedRegex(@"\A(hi |hello |hola )?(i am here|im here|i am present|i have arrived|ya llegue|(ya )?estoy aqui|estoy presente)(?<rest>( .*)?)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Arriving();

    [GeneratedRegex(Asked + @"((show|see|open|get|give|view)( me)? )?(the |my |todays |workshop |training |session )*(rosters?|roll call|attendance (list|sheet)|sign in sheet|participants? list|list of participants)( (for|of|to)(?<it> .+))?( please)?\z|\A((ver|muestrame|muestra|abre|abrir) )?(la |mi )?lista de (asistencia|participantes|inscritos|asistentes)( (de|del|para)(?<it> .+))?( por favor)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Listing();

    [GeneratedRegex(Asked + @"((show|see)( me)? )?(the |my )?(sessions|workshops|trainings|courses) (as (a |the )?(facilitator|trainer|leader|instructor|presenter|host)|(that )?i (lead|teach|facilitate|run|give|hold|present|am leading|am teaching|am facilitating))( please)?\z|\A(what|which) (sessions|workshops|trainings|courses) (do|am) i (lead|leading|teach|teaching|facilitate|facilitating|run|running|give|giving|hold|holding)( today)?\z|\A((ver|muestrame|muestra) )?(mis|las|los) (sesiones|talleres|capacitaciones|cursos) (como (facilitador|facilitadora|instructor|instructora)|que (dirijo|doy|imparto|facilito|guio))( por favor)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\Awho(s| is| are| has| have)? (coming|comes|signed up|registered|enrolled|attending|checked in|a seat)( (to|for|in|at|on))?(?<it>( .+)?)\z|\Aquien(es)? (viene|vienen|va|van|asiste|asisten|esta inscrito|estan inscritos|se inscribio|se inscribieron|llego|llegaron)( (a|al|en|para|de|del))?(?<it>( .+)?)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Coming();

    [GeneratedRegex(Asked + @"(let (?<it>.+) in|let in (?<it>.+)|check (?<it>.+) in|(deja|dejar) (pasar|entrar) a (?<it>.+)|marcar? presente a (?<it>.+))\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LettingIn();

    [GeneratedRegex(Asked + @"((give|leave|send|share|write|fill in|fill out|take|answer|do|open|start)( me| you| some| my| the| a| your)* )?((training|workshop|session|course|seminar)s? )?(feedback|survey|evaluation)( form| survey)?( (on|about|for|of|to)(?<it> .+))?( please)?\z|" + Asked + @"((dar|dejar|enviar|escribir|llenar|contestar|responder|hacer|abrir)( mi| mis| la| una| el)* )?(feedback|opinion|comentarios|retroalimentacion|encuesta|evaluacion)( (sobre|de|del|para)(?<it> .+))?( por favor)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Giving();
}
