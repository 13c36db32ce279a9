using SupportBot.Cards;
using SupportBot.Cases;
using SupportBot.Protocols;

namespace SupportBot.Dialogs;

/// <summary>What a page sends into a conversation: the value of an activity, as a card's button would carry it.</summary>
public static class PagePress
{
    /// <summary>Begins a protocol where nothing is open.</summary>
    public static Dictionary<string, string> Begin(string protocolId) => Of(null, @do: ButtonPress.Go, choice: protocolId);

    /// <summary>The entries of a form. What was left empty is not sent.</summary>
    public static Dictionary<string, string> Answer(string token, IReadOnlyDictionary<string, PersonText> entries) => With(Of(token), entries);

    /// <summary>One of the choices of a step or of a summary, with what was written beside it.</summary>
    public static Dictionary<string, string> Choose(string token, string choiceId, IReadOnlyDictionary<string, PersonText> entries) => With(Of(token, choice: choiceId), entries);

    public static Dictionary<string, string> Back(string token) => Of(token, @do: ButtonPress.Back);

    public static Dictionary<string, string> Skip(string token) => Of(token, @do: ButtonPress.Skip);

    /// <param name="token">Of the open question; null while none is open.</param>
    public static Dictionary<string, string> Stop(string? token) => Of(token, @do: ButtonPress.Stop);

    /// <summary>Asks which answer is to be changed, or opens one.</summary>
    public static Dictionary<string, string> Change(string token, string? field = null) => Of(token, field, @do: ButtonPress.Change);

    /// <summary>Asks who is to go on.</summary>
    public static Dictionary<string, string> Pass(string token) => Of(token, @do: ButtonPress.Pass);

    /// <summary>Keeps the steps for the person who has them, to go on later or in another place.</summary>
    public static Dictionary<string, string> KeepFor(Question question, string personId) => Of(question.Token, question.Fields[0].Name, $"to:{personId}", ButtonPress.Pass);

    public static Dictionary<string, string> Speak(string language) => Of(null, choice: language, @do: ButtonPress.Speak);

    private static Dictionary<string, string> With(Dictionary<string, string> press, IReadOnlyDictionary<string, PersonText> entries)
    {
        foreach (var (name, text) in entries)
            if (!text.IsBlank) press[CardVerbs.FieldPrefix + name] = text.Reveal();
        return press;
    }

    private static Dictionary<string, string> Of(string? token, string? field = null, string? choice = null, string? @do = null)
    {
        Dictionary<string, string> press = new() { ["sb"] = "1" };
        if (token is not null) press["t"] = token;
        if (field is not null) press["f"] = field;
        if (choice is not null) press["c"] = choice;
        if (@do is not null) press["do"] = @do;
        return press;
    }
}
