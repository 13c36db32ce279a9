namespace SupportBot.Understanding;

/// <summary>A typed yes or no, in the six languages.</summary>
public static class YesNo
{
    private static readonly HashSet<string> Yes = Set("yes", "y", "yeah", "yep", "yup", "ya", "yea", "sure", "ok", "okay", "correct", "right", "that's right", "yes please", "of course", "definitely", "si", "sí", "claro", "claro que sí", "sip", "correcto", "así es", "sí por favor", "vale", "có", "dạ", "vâng", "đúng", "đúng rồi", "phải", "ừ", "是", "是的", "对", "对的", "好", "好的", "嗯", "да", "ага", "конечно", "верно", "haa", "haye", "waa sax");
    private static readonly HashSet<string> No = Set("no", "n", "nope", "nah", "naw", "not really", "no thanks", "no thank you", "never", "wrong", "not right", "nop", "para nada", "no gracias", "nunca", "incorrecto", "không", "dạ không", "không phải", "不", "不是", "没有", "不要", "否", "нет", "неа", "не", "maya", "may");

    /// <summary>Null when the text is neither, such as "not sure" or a sentence.</summary>
    public static bool? Read(string text)
    {
        var said = Compared(text);
        return Yes.Contains(said) ? true : No.Contains(said) ? false : null;
    }

    private static HashSet<string> Set(params string[] words) => [.. words.Select(Compared)];

    private static string Compared(string text) => string.Join(' ', Tokens.Words(text));
}
