using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>
/// Which language a turn is spoken in: at first that of the app or browser, then that of the person's own words where it is plain, and at any
/// time the one they ask for. No answer is lost with it: the question that is open is put again.
/// </summary>
internal sealed class LanguageStep(DialogContent content, Reception reception)
{
    private Phrasebook Book => content.Phrasebook;

    /// <summary>Decides, and speaks it from here on. Waits for nothing, so that it holds for the whole turn.</summary>
    public void Take(TurnWork work, bool isOpen)
    {
        if (work.IsFromPerson && (Asked(work) ?? Heard(work, isOpen)) is { } language && language != work.Talk.Language)
            (work.Talk.Language, work.LanguageChanged) = (language, work.Talk.Greeted);
        Phrasebook.Speak(work.Talk.Language);
    }

    /// <summary>Answers a turn that is about the language itself.</summary>
    /// <returns>True where the turn is answered.</returns>
    public async Task<bool> RunAsync(DialogContext dc, CancellationToken cancel)
    {
        var work = TurnWork.Of(dc.Context);
        if (!work.IsFromPerson || work.Activity.Type != ActivityTypes.Message) return false;
        var press = ButtonPress.Of(work.Activity);
        var text = press is null ? work.Activity.Text ?? "" : "";
        if (press?.Do == ButtonPress.Interpreter || text.Length > 0 && Book.Is("language.interpreter", text))
            return await SayAsync(dc, work, content.Phrases.Say("language.interpreter-how", ("schools", HelpNumbers.Schools(content))), cancel);
        if (press?.Do == ButtonPress.Speak || IsAboutLanguage(text, dc.ActiveDialog is not null))
            return Asked(work) is null ? await ChooseAsync(dc, work, cancel) : await SayAsync(dc, work, Now(), cancel);
        if (!work.LanguageChanged) return false;
        work.IsNoted = true;
        await dc.Context.SendActivityAsync(Says.Message(Now()), cancel);
        return false;
    }

    /// <summary>In which language we go on, and that nobody has checked the translation, where that is so.</summary>
    private string Now() => Noted(content.Phrases, content.Phrases["language.now"]);

    /// <summary>The text, with the note on a translation that no person has approved.</summary>
    public static string Noted(Phrases phrases, string text) => phrases.Unchecked is { } note ? $"{text}\n\n{note}" : text;

    // What the person asks for: by a button, or by naming a language.
    private string? Asked(TurnWork work)
    {
        if (ButtonPress.Of(work.Activity) is { } press) return press.Do == ButtonPress.Speak ? Book.Known(press.Choice) : null;
        return work.Activity.Text is { Length: > 0 } text && (IsAboutLanguage(text, isOpen: true) || Book.All.Any(p => string.Equals(p.Name, text.Trim(), StringComparison.OrdinalIgnoreCase)))
            ? Book.Known(SpokenLanguage.Named(text)) : null;
    }

    // Before anything was said the app or the browser knows; afterwards only words do, and none that quote somebody in an answer.
    private string? Heard(TurnWork work, bool isOpen)
    {
        var byApp = work.Talk.Greeted ? null : Book.Known(work.Activity.Locale);
        if (work.Activity.Type != ActivityTypes.Message || work.Activity.Text is not { Length: > 0 } text || ButtonPress.Of(work.Activity) is not null) return byApp;
        // A card's button says it for the person, in English whatever they speak.
        if (GoOnWords.NumberIn(text) is not null) return byApp;
        // Danger is looked for only where it would change something: the next step looks for it again, among what was said lately.
        if (Book.Known(SpokenLanguage.Of(text)) is not { } heard) return byApp;
        return isOpen && heard != work.Talk.Language && content.Signals.FindAll(text).Count == 0 ? byApp : heard;
    }

    // In the middle of something only a whole command is one; else a sentence about it is enough.
    private bool IsAboutLanguage(string text, bool isOpen) =>
        text.Length > 0 && (content.Commands.Of(text)?.Kind == CommandKind.Language || !isOpen && content.Router.Wanted(text) is [{ Intent: "change-language", IsSure: true }, ..]);

    private async Task<bool> ChooseAsync(DialogContext dc, TurnWork work, CancellationToken cancel)
    {
        await reception.GreetAsync(dc, work, cancel);
        await dc.Context.SendActivityAsync(Says.Message(content.Phrases["language.choose"], Choices()), cancel);
        return true;
    }

    /// <summary>A button for each language, in its own name, and one for a person who interprets.</summary>
    private IEnumerable<CardAction> Choices() =>
        Book.All.Select(p => new ButtonPress(null, null, p.Language, ButtonPress.Speak).As(p.Name))
            .Append(new ButtonPress(null, null, null, ButtonPress.Interpreter).As(content.Phrases["language.interpreter"]));

    private async Task<bool> SayAsync(DialogContext dc, TurnWork work, string text, CancellationToken cancel)
    {
        await reception.GreetAsync(dc, work, cancel);
        await dc.Context.SendActivityAsync(Says.Message(text), cancel);
        if (dc.ActiveDialog is not null && dc.FindDialog(dc.ActiveDialog.Id) is ITakesCommands open) await open.RepeatAsync(dc, cancel);
        else await reception.MenuAsync(dc, content.Phrases["menu.again"], cancel);
        return true;
    }
}
