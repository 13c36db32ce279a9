using SupportBot.Understanding;

namespace SupportBot.Content.Tests;

public class CommandsTests
{
    [Theory]
    [InlineData("stop", CommandKind.Stop)]
    [InlineData("STOP!", CommandKind.Stop)]
    [InlineData("please stop", CommandKind.Stop)]
    [InlineData("cancel", CommandKind.Stop)]
    [InlineData("cancle", CommandKind.Stop)]
    [InlineData("never mind", CommandKind.Stop)]
    [InlineData("cancelar", CommandKind.Stop)]
    [InlineData("go back please", CommandKind.Back)]
    [InlineData("back", CommandKind.Back)]
    [InlineData("atrás", CommandKind.Back)]
    [InlineData("start over", CommandKind.StartOver)]
    [InlineData("empezar de nuevo", CommandKind.StartOver)]
    [InlineData("help", CommandKind.Help)]
    [InlineData("ayuda", CommandKind.Help)]
    [InlineData("change language", CommandKind.Language)]
    [InlineData("en español", CommandKind.Language)]
    [InlineData("Is this anonymous?", CommandKind.Privacy)]
    [InlineData("¿esto es anónimo?", CommandKind.Privacy)]
    [InlineData("privacy", CommandKind.Privacy)]
    [InlineData("can I talk to a person", CommandKind.Person)]
    [InlineData("I want to talk to someone", CommandKind.Person)]
    [InlineData("quiero hablar con una persona", CommandKind.Person)]
    [InlineData("quick exit", CommandKind.QuickExit)]
    [InlineData("salir", CommandKind.QuickExit)]
    public void Is_the_command(string text, CommandKind kind) => Assert.Equal(kind, BuiltIn.Commands.Of(text)?.Kind);

    [Theory]
    [InlineData("they wouldn't stop")]
    [InlineData("he won't stop")]
    [InlineData("at the bus stop")]
    [InlineData("behind my back")]
    [InlineData("in the back of the bus")]
    [InlineData("nobody would help me")]
    [InlineData("in english class")]
    [InlineData("english")]
    [InlineData("the counselor")]
    [InlineData("a person in my class")]
    [InlineData("they left")]
    [InlineData("no quieren parar")]
    [InlineData("para que se rían de mí en la clase")]
    [InlineData("she said to cancel my birthday party")]
    [InlineData("yes")]
    [InlineData("")]
    public void Is_an_answer_and_no_command(string text) => Assert.Null(BuiltIn.Commands.Of(text));

    [Theory]
    [InlineData("change where", "where")]
    [InlineData("change my school", "school")]
    [InlineData("please change the date", "date")]
    [InlineData("cambiar la escuela", "escuela")]
    [InlineData("修改在哪里", "在哪里")]
    [InlineData("change my answer to what happened", "what happened")]
    public void Says_what_to_change(string text, string subject) =>
        Assert.Equal(new Command(CommandKind.Change, subject), BuiltIn.Commands.Of(text));

    [Fact]
    public void A_whole_sentence_about_change_is_an_answer() =>
        Assert.Null(BuiltIn.Commands.Of("change it so that we do not sit at the same table"));
}
