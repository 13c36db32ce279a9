using SupportBot.Dialogs;
using SupportBot.Directory;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>A line that helps in a crisis, as the page shows it.</summary>
/// <param name="Phone">Null where it cannot be called.</param>
public sealed record HelpLine(string Name, Wording Purpose, string? Phone, TextLine? Text)
{
    /// <summary>An entry of the content's resources.</summary>
    public static HelpLine Of(Resource resource) => new(resource.Name, resource.Purpose, resource.Phone, resource.Text);

    /// <summary>How to reach it, the plainest first, in the language of the page.</summary>
    public IEnumerable<HelpWay> Ways(Phrases phrases)
    {
        if (Phone is not null) yield return new(phrases.Say("page.call", ("number", Phone)), $"tel:{Digits(Phone)}");
        if (Text is { Word: { } word }) yield return new(phrases.Say("page.text-word", ("word", word), ("number", Text.To)), $"sms:{Digits(Text.To)}?&body={Uri.EscapeDataString(word)}");
        else if (Text is not null) yield return new(phrases.Say("page.text", ("number", Text.To)), $"sms:{Digits(Text.To)}");
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}

/// <param name="Label">What a person reads: <c>Text HOME to 741741</c>.</param>
/// <param name="Address">What a phone does with it: <c>tel:</c> or <c>sms:</c>.</param>
public sealed record HelpWay(string Label, string Address);
