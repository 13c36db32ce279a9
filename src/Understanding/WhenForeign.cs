using System.Text.RegularExpressions;

namespace SupportBot.Understanding;

/// <summary>
/// The plain words of time in Vietnamese, Chinese, Russian and Somali, as the English ones that the scan knows: today, yesterday, weekdays and
/// parts of a day. Other sayings of these languages are asked about, with days to pick.
/// </summary>
internal static partial class WhenForeign
{
    // Folded, longest first within a language, so that "the day before yesterday" is taken before "yesterday".
    private static readonly Dictionary<string, (string Said, string English)[]> Words = new(StringComparer.Ordinal)
    {
        ["vi"] = Pairs("hom kia=day before yesterday|hom qua=yesterday|toi qua=last night|dem qua=last night|hom nay=today|sang nay=today morning|chieu nay=today afternoon|toi nay=tonight|ngay mai=tomorrow|khong nho=not sure|khong biet=not sure|thu hai=monday|thu ba=tuesday|thu tu=wednesday|thu nam=thursday|thu sau=friday|thu bay=saturday|chu nhat=sunday|tuan truoc=last week|tuan roi=last week|truoc gio hoc=before school|sau gio hoc=after school|buoi sang=morning|buoi trua=lunch|gio trua=lunch|gio an trua=lunch|buoi chieu=afternoon|buoi toi=evening|ban dem=night"),
        ["zh"] = Pairs("上周一=last monday|上个星期一=last monday|上星期一=last monday|上周二=last tuesday|上个星期二=last tuesday|上星期二=last tuesday|上周三=last wednesday|上个星期三=last wednesday|上星期三=last wednesday|上周四=last thursday|上个星期四=last thursday|上星期四=last thursday|上周五=last friday|上个星期五=last friday|上星期五=last friday|上周六=last saturday|上个星期六=last saturday|上星期六=last saturday|上周日=last sunday|上个星期日=last sunday|上星期日=last sunday|上周天=last sunday|上个星期天=last sunday|上星期天=last sunday|前天=day before yesterday|昨天晚上=last night|昨晚=last night|昨天=yesterday|今天=today|今晚=tonight|今早=today morning|明天=tomorrow|不记得=not sure|不知道=not sure|不确定=not sure|上周=last week|上个星期=last week|上星期=last week|星期一=monday|星期二=tuesday|星期三=wednesday|星期四=thursday|星期五=friday|星期六=saturday|星期日=sunday|星期天=sunday|周一=monday|周二=tuesday|周三=wednesday|周四=thursday|周五=friday|周六=saturday|周日=sunday|上学前=before school|放学后=after school|早上=morning|上午=morning|中午=lunch|午餐=lunch|下午=afternoon|傍晚=evening|晚上=evening|夜里=night"),
        ["ru"] = Pairs("позавчера=day before yesterday|вчера вечером=yesterday evening|вчера ночью=last night|вчера=yesterday|сегодня=today|завтра=tomorrow|не помню=not sure|не знаю=not sure|понедельник=monday|вторник=tuesday|среда=wednesday|среду=wednesday|четверг=thursday|пятница=friday|пятницу=friday|суббота=saturday|субботу=saturday|воскресенье=sunday|на прошлой неделе=last week|до уроков=before school|после уроков=after school|после школы=after school|утром=morning|в обед=lunch|на обеде=lunch|днем=afternoon|вечером=evening|ночью=night"),
        ["so"] = Pairs("dorraad=day before yesterday|doraad=day before yesterday|xalay=last night|shalay=yesterday|maanta=today|caawa=tonight|berri=tomorrow|ma xasuusto=not sure|ma garanayo=not sure|ma aqaan=not sure|isniin=monday|isniinta=monday|talaado=tuesday|talaadada=tuesday|arbaco=wednesday|arbacada=wednesday|khamiis=thursday|khamiista=thursday|jimce=friday|jimcaha=friday|sabti=saturday|sabtida=saturday|axad=sunday|axada=sunday|usbuucii hore=last week|toddobaadkii hore=last week|iskuulka ka hor=before school|iskuulka ka dib=after school|subaxdii=morning|qadada=lunch|galabtii=afternoon|fiidkii=evening|habeenkii=night"),
    };

    /// <summary>The text with the words it knows in English; unchanged in another language.</summary>
    public static string InEnglish(string text, string language)
    {
        if (!Words.TryGetValue(language, out var words)) return text;
        var said = ' ' + TextNormaliser.Fold(text).Replace(',', ' ') + ' ';
        // 11月3日 is the third of November.
        if (language == "zh") said = MonthAndDay().Replace(said, " $1/$2 ");
        foreach (var (foreign, english) in words)
            said = language == "zh" ? said.Replace(foreign, $" {english} ", StringComparison.Ordinal) : said.Replace($" {foreign} ", $" {english} ", StringComparison.Ordinal);
        return said;
    }

    [GeneratedRegex(@"(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]?", RegexOptions.NonBacktracking)]
    private static partial Regex MonthAndDay();

    private static (string, string)[] Pairs(string list) =>
        [.. list.Split('|').Select(p => p.Split('=')).Select(p => (TextNormaliser.Fold(p[0]), p[1])).OrderByDescending(p => p.Item1.Length)];
}
