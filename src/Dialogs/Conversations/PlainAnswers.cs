using Microsoft.Bot.Builder;
using SupportBot.Understanding;

namespace SupportBot.Dialogs;

/// <summary>Answers that need nothing but content: numbers, a person, what is private, languages, how to leave.</summary>
internal sealed class PlainAnswers(DialogContent content)
{
    public async Task SayAsync(ITurnContext context, CommandKind asked, DateTimeOffset now, CancellationToken cancel)
    {
        var phrases = content.Phrases;
        var numbers = HelpNumbers.Crisis(content, null, now);
        var forms = TurnWork.Of(context).Traits.Forms;
        if (forms && asked == CommandKind.Help)
        {
            await context.SendActivityAsync(new ReceptionCards(content).Help(phrases["help.commands"], now), cancel);
            return;
        }

        var text = asked switch
        {
            CommandKind.Person => phrases.Say("help.person", ("numbers", numbers), ("schools", HelpNumbers.Schools(content))),
            CommandKind.Privacy => phrases[TurnWork.Of(context).Traits.Anonymous ? "help.privacy" : "help.confidential"],
            CommandKind.QuickExit => phrases["help.exit"],
            _ => phrases.Say("help.numbers", ("numbers", numbers)) + "\n\n" + phrases["help.commands"],
        };
        await context.SendActivityAsync(Says.Message(text), cancel);
    }
}
