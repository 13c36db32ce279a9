using System.Text.RegularExpressions;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

internal enum HireVerb
{
    /// <summary>The form for one, and how to bring many.</summary>
    Form,

    /// <summary>A list as text.</summary>
    List,
    Progress,

    /// <summary>A file that came with the turn.</summary>
    File,

    /// <summary>Something that was pressed.</summary>
    Press,
}

/// <summary>What a member of staff wants of new hires.</summary>
/// <param name="Words">The list as it was pasted; for <see cref="HireVerb.Press"/> what the button carries.</param>
internal sealed partial record HireWish(HireVerb Verb, string Words = "")
{
    /// <summary>Longer first lines tell something; they wish for nothing.</summary>
    private const int Longest = 120;

    /// <summary>A wish in words, in English or Spanish, with the list below its first line; null where the text is something else.</summary>
    public static HireWish? Of(string text)
    {
        var (first, rest) = Split(text);
        if (first.Length > Longest) return null;
        var plain = TextNormaliser.Plain(first);
        if (rest.Length == 0 && Progressing().IsMatch(plain)) return new(HireVerb.Progress);
        return Enrolling().IsMatch(plain) ? Told(rest) : null;
    }

    /// <summary>The same for a text of which something else has said that it is about new hires.</summary>
    public static HireWish Routed(string text) => Of(text) ?? Told(Split(text).Below);

    /// <summary>A list that was pasted alone: its first line names columns.</summary>
    public static HireWish? Pasted(string text) => Split(text) is ({ } first, { Length: > 0 }) && first.AsSpan().IndexOfAny(',', ';') >= 0 ? new(HireVerb.List, text) : null;

    // What a list says of people is nothing to be printed.
    public override string ToString() => Verb.ToString();

    private static HireWish Told(string rest) => rest.Length > 0 ? new(HireVerb.List, rest) : new(HireVerb.Form);

    private static (string First, string Below) Split(string text)
    {
        var whole = text.Trim();
        return whole.IndexOfAny(['\r', '\n']) is var end and >= 0 ? (whole[..end], whole[end..].Trim()) : (whole, "");
    }

    [GeneratedRegex(@"\A(please |can you |could you |i want to |i need to |id like to )*(enroll|enrol|add|upload|import|register|bring) (the |our |my |some |a |these )?(list of )?(new )?(hires?|new employees?|new staff|new teachers?|new people)( list| csv| file)?( please)?\z|\Anew hires?\z|\A(por favor |quiero |puedes |necesito )*(inscribir|inscribe|registrar|agregar|anadir|importar|subir|dar de alta)( a)?( los| las| el| la| un| una)?( lista de)?( al| del| de)? ?(nuevos empleados|empleados nuevos|nuevas contrataciones|personal nuevo|nuevo personal|nuevos maestros|maestros nuevos)( por favor)?\z|\A(personal nuevo|nuevas contrataciones)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Enrolling();

    private const string NewPeople = "((the |our |my |all )*new (hires?|employees?|staff|teachers?|people|starters?|staff members?)|(the |our |my )hires)";
    private const string PersonalNuevo = "(los |las |mi |mis |nuestro |nuestros |nuestras )?(personal nuevo|nuevos? empleados?|empleados? nuevos?|nuevas? contratacion(es)?|nuevo personal|nuevos? maestros?|maestros? nuevos?|nuevas? maestras?|maestras? nuevas?)";
    private const string WithTrainings = "( with (their|the|all their) (new hire )?(trainings?|series|orientation|courses))?";
    private const string ConCapacitaciones = "( con (su|sus|la|las) (capacitacion|capacitaciones|formacion|serie|orientacion|cursos))?";

    [GeneratedRegex(
        $@"\A(please |can you |could you |can i |i want to |id like to )*((show|see|open|tell)( me)? )?(the |our |my )?new (hires?|employees?|staff|teachers?) progress( please)?\z"
        + $@"|\A(please |can you |could you |can i |i want to |id like to )*((show|see|open|tell)( me)? )?(the )?progress (of|on|for|with) {NewPeople}{WithTrainings}( please)?\z"
        + $@"|\Ahow (are|is) {NewPeople} (doing|coming along|getting on|getting along|going|progressing){WithTrainings}\z"
        + $@"|\Ahow far (along )?(are|is) {NewPeople}{WithTrainings}\z"
        + $@"|\A(are|is) {NewPeople} on track{WithTrainings}\z"
        + $@"|\A(por favor |puedes |quiero )*((ver|muestrame|muestra|mostrar|mostrarme) )?(el )?(progreso|avance) (de |del |con ){PersonalNuevo}{ConCapacitaciones}( por favor)?\z"
        + $@"|\Acomo (va|van|le va a|les va a|le va al|anda|andan|avanza|avanzan) (el |al )?{PersonalNuevo}{ConCapacitaciones}\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Progressing();
}
