using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Understands which of some choices a person meant.</summary>
public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null)
        => RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>By words first; only when no words match, by ordinal ("the first one") and then by number ("1").</summary>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        utterance ??= string.Empty;
        list ??= [];
        options ??= new FindChoicesOptions();
        var found = Find.FindChoices(utterance, list, options);
        if (found.Count == 0 && options.RecognizeOrdinals)
            ByPlace(found, Ordinals.Find(utterance, options.Locale, list.Count), utterance, list);
        if (found.Count == 0 && options.RecognizeNumbers)
            ByPlace(found, Numbers.Find(utterance, options.Locale), utterance, list);
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static void ByPlace(List<ModelResult<FoundChoice>> found, List<NumberSpan> numbers, string utterance, IList<Choice> list)
    {
        foreach (var number in numbers)
        {
            if (number.Value < 1 || number.Value > list.Count || number.Value != decimal.Truncate(number.Value))
                continue;
            var index = (int)number.Value - 1;
            found.Add(new ModelResult<FoundChoice>
            {
                Start = number.Start,
                End = number.End,
                Text = utterance[number.Start..(number.End + 1)],
                TypeName = "choice",
                Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = 1 },
            });
        }
    }
}
