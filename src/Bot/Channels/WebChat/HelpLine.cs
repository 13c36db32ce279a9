using SupportBot.Directory;

namespace SupportBot.Bot.Channels.WebChat;

/// <summary>A line that helps in a crisis, as the page shows it.</summary>
/// <param name="Ways">How to reach it, the plainest first.</param>
public sealed record HelpLine(string Name, string Purpose, IReadOnlyList<HelpWay> Ways)
{
    /// <summary>
    /// The three lines that the page shows whatever else is wrong. Source and last check of each are in the content's crisis
    /// resources (emer-911, cr-988, cr-ctl), from which the page is filled where content can be read.
    /// </summary>
    public static IReadOnlyList<HelpLine> Always { get; } =
    [
        new("Emergency 911", "Danger right now: someone is hurt, has a weapon, took too much, or tried to die.", [HelpWay.Call("911")]),
        new("988 Suicide & Crisis Lifeline", "Talk or text with someone when you think about suicide or feel you cannot go on. Day and night.", [HelpWay.Call("988"), HelpWay.Text(null, "988")]),
        new("Crisis Text Line", "Text with a trained person about any crisis. Day and night.", [HelpWay.Text("HOME", "741741")]),
    ];

    /// <summary>An entry of the content's resources.</summary>
    public static HelpLine Of(Resource resource)
    {
        List<HelpWay> ways = [];
        if (resource.Phone is { } phone) ways.Add(HelpWay.Call(phone));
        if (resource.Text is { } text) ways.Add(HelpWay.Text(text.Word, text.To));
        return new HelpLine(resource.Name, resource.Purpose, ways);
    }
}

/// <param name="Label">What a person reads: <c>Text HOME to 741741</c>.</param>
/// <param name="Address">What a phone does with it: <c>tel:</c> or <c>sms:</c>.</param>
public sealed record HelpWay(string Label, string Address)
{
    public static HelpWay Call(string number) => new($"Call {number}", $"tel:{Digits(number)}");

    public static HelpWay Text(string? word, string to) =>
        word is null ? new($"Text {to}", $"sms:{Digits(to)}") : new($"Text {word} to {to}", $"sms:{Digits(to)}?&body={Uri.EscapeDataString(word)}");

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
