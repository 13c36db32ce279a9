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

    [GeneratedRegex(@"\A((show|see|open)( me)? )?(the |our |my )?(new hires?|new employees?|new staff|new teachers?) progress( please)?\z|\A((show|see)( me)? )?(the )?progress of (the |our |my )?(new hires|new employees|new staff|new teachers)( please)?\z|\Ahow are (the |our |my )?(new hires|new employees|new staff|new teachers|new people) (doing|coming along|getting on|getting along)\z|\A((ver|muestrame|mostrar) )?(el )?(progreso|avance) (de |del )(los |las |mi |mis )?(personal nuevo|nuevos empleados|empleados nuevos|nuevas contrataciones|nuevo personal)\z|\Acomo (va|van|le va a|les va a) (el |al |los |las |mi |mis )?(personal nuevo|nuevos empleados|empleados nuevos|nuevas contrataciones|nuevo personal)\z", RegexOptions.NonBacktracking)]
    private static partial Regex Progressing();
}
