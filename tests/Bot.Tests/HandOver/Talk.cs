using SupportBot.Bot.Tests.Alerts;
using SupportBot.Cases;
using SupportBot.Console;
using SupportBot.Dialogs;
using SupportBot.Storage;

namespace SupportBot.Bot.Tests.HandOver;

/// <summary>A student who asks for a person, and the people who come.</summary>
internal static class Talk
{
    public const string Maya = "maya-okafor";
    public const string Daniel = "daniel-reyes";

    private static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>A student who has asked, and waits in the chat.</summary>
    public static async Task<Student> AskAsync(this RealBot bot, string? about = null)
    {
        var student = new Student(bot);
        await student.SayAsync("talk to a person");
        await student.PressAsync("Skip");
        if (about is null) await student.PressAsync("Skip");
        else await student.SayAsync(about);
        await bot.WorkAsync();
        return student;
    }

    public static async Task<Student> TalkAsync(this RealBot bot, string person = Maya)
    {
        var student = await bot.AskAsync();
        Assert.Equal(TalkAnswer.Done, await bot.JoinAsync(person));
        await bot.WorkAsync();
        await student.LookAsync();
        return student;
    }

    public static async Task<TalkAnswer> JoinAsync(this RealBot bot, string person) => await bot.Get<HandOverDesk>().JoinAsync(person, (await bot.OnlyCaseAsync()).Number, Never);

    public static async Task<TalkAnswer> SayAsync(this RealBot bot, string person, string text, string? key = null) =>
        await bot.Get<HandOverDesk>().SayAsync(person, (await bot.OnlyCaseAsync()).Number, new PersonText(text), key ?? Guid.NewGuid().ToString("N"), Never);

    public static async Task<TalkAnswer> LeaveAsync(this RealBot bot, string person) => await bot.Get<HandOverDesk>().LeaveAsync(person, (await bot.OnlyCaseAsync()).Number, Never);

    public static async Task<TalkNow> TalkNowAsync(this RealBot bot) => await bot.Get<HandOverDesk>().OfAsync(await bot.OnlyCaseAsync(), Never);

    /// <summary>What was said so far, as the person in the chat reads it: who, and what.</summary>
    public static async Task<IReadOnlyList<(string Who, string What)>?> LinesAsync(this RealBot bot, string person) =>
        (await bot.Get<HandOvers>().WordsAsync((await bot.OnlyCaseAsync()).Id, person, Never))?.Where(w => w.Kind == WordsKind.Said).Select(w => (w.Author.ToString(), w.Text.Reveal())).ToList();

    public static IReadOnlyList<(HandOverNewsKind Kind, string? Words)> ToldTo(this RealBot bot, string person) => [.. bot.Teams.Told.Where(t => t.Person == person).Select(t => (t.Kind, t.Words))];
}
