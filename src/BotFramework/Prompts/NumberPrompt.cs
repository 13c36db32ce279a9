using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number, in digits or in words, alone or in a sentence.</summary>
/// <typeparam name="T">int, long, float, double or decimal.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(long) && typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(decimal))
            throw new NotSupportedException($"A NumberPrompt cannot ask for {typeof(T).Name}: int, long, float, double and decimal are supported.");
        DefaultLocale = defaultLocale;
    }

    public string DefaultLocale { get; set; }

    protected override Task OnPromptAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        var result = new PromptRecognizerResult<T>();
        if (activity.Type != ActivityTypes.Message || string.IsNullOrEmpty(activity.Text))
            return Task.FromResult(result);
        var locale = options?.RecognizeLanguage ?? PromptCultures.NameOf(activity, DefaultLocale);
        var numbers = Numbers.Find(activity.Text, locale);
        if (numbers.Count > 0 && To(numbers[0].Value) is { } value)
            (result.Succeeded, result.Value) = (true, value);
        return Task.FromResult(result);
    }

    // Half a person is no whole number: it is asked again, not cut off.
    private static T? To(decimal value)
    {
        if (typeof(T) == typeof(int))
            return value == decimal.Truncate(value) && value is >= int.MinValue and <= int.MaxValue ? (T)(object)(int)value : null;
        if (typeof(T) == typeof(long))
            return value == decimal.Truncate(value) && value is >= long.MinValue and <= long.MaxValue ? (T)(object)(long)value : null;
        return (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }
}
