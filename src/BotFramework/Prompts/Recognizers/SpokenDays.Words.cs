using System.Text.RegularExpressions;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

internal static partial class SpokenDays
{
    private const string Month = "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private const string Place = "(?<d>[0-9]{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
    private const string Year = "(?:,?\\s+(?<y>[0-9]{4}))?";
    private const string FullDay = "(?<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
    private const string AnyDay = "(?<day>mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
    private const RegexOptions Plain = RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\b(?:right now|(?<!\bfrom )now|as soon as possible|asap)\b", Plain)]
    private static partial Regex Now();

    [GeneratedRegex(@"\b(?:(?:the )?day after tomorrow|(?:the )?day before yesterday|today|tonight|tomorrow|yesterday|last night)\b", Plain)]
    private static partial Regex NearWords();

    [GeneratedRegex(@"(?:\bin |\bafter )?\b(?<n>a couple of|an?|[0-9]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)\s+(?<unit>minute|min|hour|day|week|month|year)s?(?:(?<back>\s+(?:ago|back|earlier))|\s+(?:from now|later)|(?<=\b(?:in|after) [a-z0-9 ]{1,30}))\b", Plain)]
    private static partial Regex Apart();

    [GeneratedRegex(@"\b" + Month + @"\.?\s+(?:the\s+)?" + Place + @"\b(?!:)" + Year + @"|\b(?:the\s+)?" + Place + @"\s+(?:of\s+)?" + Month + @"\b" + Year, Plain)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\b(?<rel>next|last|this|past|coming|previous)\s+(?<unit>weekend|week|month|year)\b", Plain)]
    private static partial Regex PeriodName();

    [GeneratedRegex(@"\b(?:(?<week>next|last|this)\s+week\s+(?:on\s+)?)?(?:(?<rel>next|last|this|coming|past|upcoming|previous|on)\s+" + AnyDay + "|" + FullDay + @")\b(?:\s+(?<week>next|last|this)\s+week\b)?", Plain)]
    private static partial Regex WeekdayName();

    [GeneratedRegex(@"\b(?:(?<rel>in|next|last|this)\s+" + Month + @"\b" + Year + "|" + Month + @"\s+(?<y>[0-9]{4})\b)", Plain)]
    private static partial Regex MonthName();

    [GeneratedRegex(@"\b(?:the|on)\s+(?:the\s+)?(?<d>[0-9]{1,2}(?:st|nd|rd|th))\b", Plain)]
    private static partial Regex TheDay();
}
