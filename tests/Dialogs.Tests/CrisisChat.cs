namespace SupportBot.Dialogs.Tests;

/// <summary>A student in danger: the ways through the suicide protocol that several tests take.</summary>
internal static class CrisisChat
{
    public const string Words = "he pushes me and I want to kill myself";

    /// <summary>Typed as the story of a report.</summary>
    public static async Task CrisisInReportAsync(this Chat chat)
    {
        await chat.JoinAsync();
        await chat.PressAsync("Report bullying");
        await chat.GoToAsync("What happened?");
        await chat.SayAsync(Words);
    }

    /// <summary>From the first question to the wait for a person.</summary>
    public static async Task WaitAsync(this Chat chat)
    {
        await chat.PressAsync("No, I am not safe");
        await chat.PressAsync("Skip");
        await chat.PressAsync("Skip");
        Assert.Contains("asked the duty counselor to join", chat.Text, StringComparison.Ordinal);
        Assert.Equal(["Stop"], chat.Buttons);
    }

    /// <summary>The timer of the last commit runs out.</summary>
    public static Task<TurnAnswer> SilenceAsync(this Chat chat)
    {
        var timer = Assert.Single(chat.Store.Commits[^1].Timers);
        chat.Clock.SetUtcNow(timer.Due);
        return chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, null));
    }

    /// <summary>Somebody acknowledges the case that is waited for.</summary>
    public static Task<TurnAnswer> JoinedAsync(this Chat chat)
    {
        var timer = Assert.Single(chat.Store.Commits[^1].Timers);
        return chat.GoOnAloneAsync(new ProgramTurn(timer.RunId, timer.Token, "maya-okafor"));
    }
}
