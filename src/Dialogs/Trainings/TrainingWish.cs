using System.Text.RegularExpressions;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

internal enum TrainingVerb
{
    /// <summary>What is offered.</summary>
    All,
    Mine,

    /// <summary>Dates of a course.</summary>
    Show,
    SignUp,
    Cancel,
    Swap,
    Accept,
    Decline,

    /// <summary>They are there; the words are the digits they typed.</summary>
    CheckIn,

    /// <summary>Who comes to a session.</summary>
    Roster,

    /// <summary>Somebody else is there; the words are their name.</summary>
    LetIn,

    /// <summary>What they think of a session.</summary>
    Feedback,

    /// <summary>Something that was pressed or picked.</summary>
    Choose,
}

/// <summary>What a member of staff wants of trainings.</summary>
/// <param name="Words">What they called the course; for <see cref="TrainingVerb.Choose"/> what the button carries.</param>
internal sealed partial record TrainingWish(TrainingVerb Verb, string Words = "")
{
    /// <summary>Longer texts tell something; they wish for nothing.</summary>
    private const int Longest = 120;

    /// <summary>Verbs that people also use of other things.</summary>
    public bool MayBeOfOthers => Verb is TrainingVerb.Cancel or TrainingVerb.Swap or TrainingVerb.Accept or TrainingVerb.Decline;

    /// <summary>True for what is said around a session, and not of a seat in one.</summary>
    public bool IsOfSessions => Verb is TrainingVerb.CheckIn or TrainingVerb.Roster or TrainingVerb.LetIn or TrainingVerb.Feedback;

    /// <summary>False where the same is said of other things: then it is a wish only where something of theirs fits.</summary>
    public bool IsSure { get; init; } = true;

    /// <summary>True where the words name trainings at all.</summary>
    public bool NamesTrainings => Nouns().IsMatch(Words);

    /// <summary>A wish in words, in English or Spanish; null where the text is something else.</summary>
    public static TrainingWish? Of(string text)
    {
        if (text.Length > Longest) return null;
        var plain = TextNormaliser.Plain(text);
        if (Offered().IsMatch(plain)) return new(TrainingVerb.All);
        if (Own().IsMatch(plain)) return new(TrainingVerb.Mine);
        if (SessionWish.Of(plain) is { } session) return session;
        return Named(SigningUp(), TrainingVerb.SignUp, plain) ?? Named(Cancelling(), TrainingVerb.Cancel, plain) ?? Named(Swapping(), TrainingVerb.Swap, plain)
            ?? Named(Accepting(), TrainingVerb.Accept, plain) ?? Named(Declining(), TrainingVerb.Decline, plain);
    }

    private static TrainingWish? Named(Regex form, TrainingVerb verb, string plain) => form.Match(plain) is { Success: true } match ? new(verb, match.Groups["it"].Value.Trim()) : null;

    [GeneratedRegex(@"\b(training|course|workshop|class|session|seat|spot|sign up|signup|capacitacion|curso|taller|formacion|inscripcion|lugar)(s|es)?\b", RegexOptions.NonBacktracking)]
    private static partial Regex Nouns();

    [GeneratedRegex(@"\A((show|list|see)( me)? )?(all )?(the )?(open |upcoming |available )?(trainings|courses|workshops|(training|course) catalog(ue)?)( please)?\z|\A(what|which) (trainings?|courses|workshops) (are|is) (there|offered|available|open|coming up)\b.*\z|\A(que|cuales) (capacitaciones|cursos|talleres) (hay|ofrecen|estan)\b.*\z|\A((ver|muestrame|muestra) )?(todas |todos )?(las |los )?(capacitaciones|cursos|talleres)( por favor)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Offered();

    [GeneratedRegex(@"\A((show|see)( me)? )?my (trainings?|courses|workshops|sign ?ups|seats|registrations)( please)?\z|\A(what|which) (trainings?|courses|workshops) am i (on|in|signed up for|registered for)\z|\A((ver|muestrame|muestra) )?mis (capacitaciones|cursos|talleres|formaciones|inscripciones)( por favor)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Own();

    [GeneratedRegex(@"\A(please |can you |could you |can i |i want to |i would like to |id like to )*((sign|enroll|enrol|register|book) me( up)?|sign up)( for| in| into| on| to)?(?<it> .+)?\z|\A(por favor |puedes )*(inscribeme|apuntame|anotame|registrame|inscribirme|apuntarme|quiero inscribirme|quiero apuntarme)( en| para| a| al)?(?<it> .+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex SigningUp();

    [GeneratedRegex(@"\A(please |can you |i want to |i need to )*(cancel|drop|give up|take me off)(?<it> .+)\z|\A(por favor |quiero )*(cancela|cancelar|anula|anular|quitame de|borrame de)(?<it> .+)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Cancelling();

    [GeneratedRegex(@"\A(please |can you |i want to |i need to |can i )*(swap|switch|move|change)(?<it> .+)\z|\A(por favor |quiero )*(cambia|cambiar|cambiame|mueve|mover)(?<it> .+)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Swapping();

    [GeneratedRegex(@"\A(yes )?(i )?(accept|take it|take the seat|take the spot)(?<it> .+)?\z|\A(si )?(acepto|aceptar|lo tomo|tomo el lugar)(?<it> .+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Accepting();

    [GeneratedRegex(@"\A(no )?(i )?(decline|let it go|let the seat go)(?<it> .+)?\z|\A(no )?(rechazo|rechazar|no lo quiero|dejar pasar)(?<it> .+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declining();
}
