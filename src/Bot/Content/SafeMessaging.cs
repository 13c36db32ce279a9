using System.Text.RegularExpressions;
using SupportBot.Yaml;

namespace SupportBot.Bot;

/// <summary>
/// Words that nobody in distress should read from us, in any of the languages: what blames, what calls a death a success, what promises
/// secrecy about danger. After the safe-messaging practice in the suicide and wellbeing sheets. Looks at what is said, never at what people
/// may type, such as the phrases of signals and keywords of resources.
/// </summary>
public static partial class SafeMessaging
{
    private static readonly string[] Files = ["courses/", "languages/", "protocols/", "resources/"];
    private static readonly string[] Typed = ["keywords", "source", "id"];

    private static readonly (Regex Words, string Why, string Cure)[] Rules =
    [
        (Blame(), "it speaks of suicide as of a crime", "say \"died by suicide\" or \"attempted suicide\" in that language"),
        (Success(), "it calls a death a success, or a life a failure", "say what happened: \"died by suicide\", \"attempted suicide\""),
        (Secrecy(), "it promises secrecy, and adults must act on danger", "say who reads it and that adults must act"),
    ];

    /// <summary>An error for each place, with what to say instead.</summary>
    /// <param name="files">Path inside the content folder to text.</param>
    public static IEnumerable<Fault> Check(IReadOnlyDictionary<string, string> files) =>
        files.Where(f => Files.Any(folder => f.Key.StartsWith(folder, StringComparison.Ordinal)) && f.Key.EndsWith(".yaml", StringComparison.Ordinal) && !f.Key.EndsWith(".stories.yaml", StringComparison.Ordinal))
            .Where(f => Rules.Any(r => r.Words.IsMatch(f.Value)))
            .SelectMany(f => YamlFile.Read(f.Key, f.Value).Root is { } root ? Look(root) : []);

    private static IEnumerable<Fault> Look(YamlNode node) => node switch
    {
        YamlMap map => map.Entries.Where(e => !Typed.Contains(e.Key.Value)).SelectMany(e => Look(e.Value)),
        YamlList list => list.SelectMany(Look),
        YamlScalar text => Rules.Where(r => r.Words.IsMatch(text.Value)).Select(r => text.FaultHere($"\"{r.Words.Match(text.Value).Value}\": {r.Why}", r.Cure)),
        _ => [],
    };

    [GeneratedRegex("commit(s|ted|ting)? suicide|comet(er|ió|a) (un )?suicidio|phạm tội tự (tử|sát)|犯自杀|соверш\\w+ самоубийств\\w+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Blame();

    [GeneratedRegex("(un)?successful suicide|failed (suicide|attempt)|suicidio (exitoso|fallido|logrado)|tự tử (thành công|không thành)|自杀成功|自杀失败|(удавш|неудавш|неудачн)\\w+ (попытк|самоубийств)\\w+", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Success();

    [GeneratedRegex("(nobody|no one) will (ever )?(know|find out)|(i|we) (will|can) keep (it|this|that|your) |your secret is safe|100 ?% anonymous|completely (secret|anonymous)|nadie (lo )?(sabrá|se enterará)|guard(o|amos|aré) (el|tu|este) secreto|sẽ không ai biết|绝对保密|没有人会知道|никто (никогда )?не узнает|полностью анонимн\\w+|qofna ma ogaan doono", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Secrecy();
}
