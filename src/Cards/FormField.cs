using System.Globalization;
using AdaptiveCards;
using SupportBot.Protocols;

namespace SupportBot.Cards;

/// <summary>The input of one field of a form.</summary>
internal static class FormField
{
    /// <summary>What a text may hold where the field says nothing.</summary>
    private const int MostLetters = 4000;

    /// <summary>A longer list is no list any more, and the name is typed instead, as in the web chat.</summary>
    private const int MostOptions = 250;

    /// <summary>From here on the card has no room for long lists either.</summary>
    private const int Tight = 50;

    private const int MostOptionsWhenTight = 20;

    /// <param name="isKept">True where the earlier value has no room: the input is empty and may stay so.</param>
    public static AdaptiveInput Of(FormInput shown, FormShown form, bool isKept, int longest)
    {
        var field = shown.Field;
        var value = isKept ? null : shown.Value;
        AdaptiveInput input = field.Type switch
        {
            FieldType.Choice or FieldType.School when !IsTooLong(shown, longest) => Chosen(shown, value, several: false, form.ChooseHint, longest, form.IsCompact),
            FieldType.Choices => Chosen(shown, value, several: true, null, longest),
            FieldType.Date => new AdaptiveDateInput { Value = Day(value)!, Max = field.NotAfterToday && form.Today != default ? Text(form.Today) : null! },
            FieldType.Number => new AdaptiveNumberInput { Value = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : double.NaN, Min = field.Min ?? double.NaN, Max = field.Max ?? double.NaN },
            FieldType.Text => new AdaptiveTextInput { IsMultiline = true, MaxLength = field.Max ?? MostLetters, Value = value! },
            FieldType.People => new AdaptiveTextInput { MaxLength = field.Max ?? MostLetters, Value = value! },
            _ => new AdaptiveTextInput { MaxLength = PlainText.Longest },
        };
        input.Id = CardVerbs.FieldPrefix + SafeForm.Id(field.Name);
        input.Label = Label(field, longest);
        input.IsRequired = field.Required && !isKept;
        input.ErrorMessage = PlainText.Unmarked(shown.RequiredError, Math.Min(longest, PlainText.Longest));
        input.Spacing = AdaptiveSpacing.Medium;
        return input;
    }

    private static bool IsTooLong(FormInput shown, int longest) => shown.Options.Count > (longest <= Tight ? MostOptionsWhenTight : MostOptions);

    private static AdaptiveChoiceSetInput Chosen(FormInput shown, string? value, bool several, string? hint, int longest, bool isCompact = false)
    {
        var list = Choosing.List("", "", shown.Options.Select(o => (o.Id, o.Label)), several, longest);
        if (isCompact) list.Style = AdaptiveChoiceInputStyle.Compact;
        // Only what is on the list: a choice taken out of content since must not come back by itself.
        var chosen = (value ?? "").Split(',').Where(v => shown.Options.Any(o => o.Id == v)).ToList();
        list.Value = chosen.Count == 0 ? null! : string.Join(',', chosen);
        list.Placeholder = hint is null || list.Style != AdaptiveChoiceInputStyle.Compact ? null! : PlainText.Unmarked(hint);
        return list;
    }

    // Help is part of the label: whoever goes through a form by keyboard hears it on entering the field.
    private static string Label(Field field, int longest)
    {
        var label = PlainText.Unmarked(field.Label, Math.Min(longest, 300));
        return field.Help is { Length: > 0 } help ? $"{label} {PlainText.Unmarked(help, Math.Min(longest, 300))}" : label;
    }

    private static string? Day(string? value) =>
        value?.Length >= 10 && DateOnly.TryParseExact(value[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Text(day) : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
