using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Understands yes and no. A text with both, or "not sure", is neither: it is asked again, not guessed.</summary>
internal static class YesNo
{
    private sealed record Phrases(string[] Yes, string[] No, string[] Neither);

    private static readonly Dictionary<string, Phrases> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = Of("yes,y,yep,yup,yeah,yea,sure,ok,okay,true,agree,correct,of course", "no,n,nope,nop,nah,false,disagree,not ok,not okay,not true,not correct,don t agree,dont agree,do not agree", "not sure,no idea,not yes,not no"),
        ["es"] = Of("sí,si,claro,vale,ok,verdadero,correcto,de acuerdo,por supuesto", "no,falso,no estoy de acuerdo,en desacuerdo", "no sé,no se,no estoy seguro,no estoy segura"),
        ["fr"] = Of("oui,ouais,ok,vrai,d accord,bien sûr", "non,faux,pas d accord", "pas sûr,pas sûre"),
        ["de"] = Of("ja,jawohl,klar,ok,richtig,einverstanden", "nein,nö,falsch,nicht einverstanden,nicht richtig", "nicht klar"),
        ["it"] = Of("sì,si,certo,ok,vero,d accordo", "no,falso,non vero,non d accordo", "non so"),
        ["pt"] = Of("sim,claro,ok,certo,verdadeiro", "não,nao,falso", "não sei,nao sei"),
        ["nl"] = Of("ja,jazeker,zeker,ok,akkoord,waar", "nee,neen,niet akkoord,niet waar", "niet zeker"),
        ["sv"] = Of("ja,jo,japp,ok,visst,sant", "nej,falskt,inte sant", "inte säker"),
        ["tr"] = Of("evet,tamam,doğru,olur", "hayır,hayir,yanlış,olmaz", "emin değilim"),
        ["bg"] = Of("да,ок,добре,вярно", "не,грешно,не е вярно", "не знам"),
        ["zh"] = Of("是,是的,对,好,好的,可以,同意", "不,不是,不对,不要,不好,否,不同意", "不知道,不确定"),
        ["hi"] = Of("हां,हाँ,जी हां,ठीक है", "नहीं,ना,मत", "पता नहीं"),
        ["ja"] = Of("はい,うん,ええ,そうです", "いいえ,いや,ううん,違います", "わかりません"),
        ["ko"] = Of("예,네,응,그래", "아니요,아니오,아니", "모르겠어요"),
    };

    /// <summary>True for yes, false for no, null for neither.</summary>
    public static bool? Find(string text, string locale)
    {
        var words = Tokenizer.DefaultTokenizerImpl(text);
        var phrases = ByLanguage.GetValueOrDefault(PromptCultures.CultureOf(locale).TwoLetterISOLanguageName, ByLanguage["en"]);
        bool yes = false, no = false;
        for (var at = 0; at < words.Count;)
        {
            int length;
            if ((length = Longest(words, at, phrases.Neither)) > 0)
                return null;
            var (yesLength, noLength) = (Longest(words, at, phrases.Yes), Longest(words, at, phrases.No));
            yes |= yesLength > noLength || words[at].Text is "👍" or "👌";
            no |= noLength > yesLength || words[at].Text is "👎" or "🖐";
            at += Math.Max(1, Math.Max(yesLength, noLength));
        }

        return yes == no ? null : yes;
    }

    private static Phrases Of(string yes, string no, string neither) => new(yes.Split(','), no.Split(','), neither.Split(','));

    // How many words the longest phrase takes that begins at this word.
    private static int Longest(List<Token> words, int at, string[] phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases)
            longest = Math.Max(longest, Length(words, at, phrase));
        return longest;
    }

    private static int Length(List<Token> words, int at, string phrase)
    {
        var rest = phrase.AsSpan();
        var count = 0;
        while (true)
        {
            var space = rest.IndexOf(' ');
            var word = space < 0 ? rest : rest[..space];
            if (at + count >= words.Count || !word.SequenceEqual(words[at + count].Normalized))
                return 0;
            count++;
            if (space < 0)
                return count;
            rest = rest[(space + 1)..];
        }
    }
}
