namespace SupportBot.Understanding;

/// <summary>A typed yes or no, in English and Spanish.</summary>
public static class YesNo
{
    private static readonly HashSet<string> Yes = Bare("yes", "y", "yeah", "yep", "yup", "ya", "yea", "sure", "ok", "okay", "correct", "right", "that's right", "yes please", "of course", "definitely", "si", "sí", "claro", "claro que sí", "sip", "correcto", "así es", "sí por favor", "vale");
    private static readonly HashSet<string> No = Bare("no", "n", "nope", "nah", "naw", "not really", "no thanks", "no thank you", "never", "wrong", "not right", "nop", "para nada", "no gracias", "nunca", "incorrecto");

    /// <summary>Null when the text is neither, such as "not sure" or a sentence.</summary>
    public static bool? Read(string text)
    {
        var bare = TextNormaliser.Bare(text);
        return Yes.Contains(bare) ? true : No.Contains(bare) ? false : null;
    }

    private static HashSet<string> Bare(params string[] words) => [.. words.Select(TextNormaliser.Bare)];
}
