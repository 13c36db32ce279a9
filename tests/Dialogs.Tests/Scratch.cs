namespace SupportBot.Dialogs.Tests;
public class Scratch
{
    [Fact]
    public async Task Look()
    {
        var c = new Chat();
        async Task Do(Func<Task> f, string what) { await f(); Console.WriteLine($">>> {what}"); foreach (var r in c.Replies) Console.WriteLine("   BOT: " + r.Text?.Replace("\n", "\n        ") + "\n        [" + string.Join(" | ", r.SuggestedActions?.Actions.Select(a => a.Title) ?? []) + "]"); if (c.Alarm.Heard.Count > 0) throw new InvalidOperationException(string.Join("\n", c.Log.Written)); }
        await Do(() => c.JoinAsync(), "join");
        await Do(() => c.SayAsync("someone keeps pushing me in the hallway"), "route");
        for (var i = 0; i < 40 && c.Store.Cases.Count == 0; i++)
        {
            var b = c.Buttons.ToList();
            var pick = b.Contains("I understand, start") ? "I understand, start" : b.Contains("Keep that") ? "Keep that" : b.Contains("No") ? "No" : b.Contains("Skip") ? "Skip" : b.FirstOrDefault(x => x.Contains("Send")) ?? b.First();
            await Do(() => c.PressAsync(pick), pick);
        }
    }
}
