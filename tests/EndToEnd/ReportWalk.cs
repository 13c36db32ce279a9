namespace SupportBot.EndToEnd;

/// <summary>Walks the bullying report by what it asks, as a person does: pressing buttons, typing where there are none.</summary>
internal static class ReportWalk
{
    // Part of a question, and the button that answers it. The summary repeats every question, so it comes first.
    private static readonly (string Asked, string Button)[] Buttons =
    [
        ("Shall I send it?", "Send it"),
        ("Shall we start?", "I understand, start"),
        ("in danger right now?", "No"),
        ("talk about a weapon", "No"),
        ("thinking of hurting themselves", "No"),
        ("Did an adult do this?", "No"),
        ("anything sexual?", "No"),
        ("So far:", "Done"),
        ("What kind of thing was it?", "Hitting, pushing or tripping"),
        ("Which school is it about?", "Riverbend High School"),
        ("Do you feel safe at school now?", "Yes, I feel safe"),
        ("Attach more", "Done"),
        ("Did you mean", "Riverbend High School"),
    ];

    /// <summary>A whole report, sent.</summary>
    /// <param name="words">Part of a question to what is typed as its answer, once; what is not here is skipped where that can be.</param>
    /// <param name="picture">Sent when pictures are asked for.</param>
    /// <returns>The code that was shown.</returns>
    public static async Task<string> SendAsync(DirectLineClient chat, IReadOnlyDictionary<string, string> words, byte[]? picture = null)
    {
        await ToSummaryAsync(chat, words, picture);
        await chat.PressAsync("Send it");
        return CodeIn(chat);
    }

    /// <summary>A report up to its summary.</summary>
    public static async Task ToSummaryAsync(DirectLineClient chat, IReadOnlyDictionary<string, string> words, byte[]? picture = null)
    {
        var left = new Dictionary<string, string>(words);
        await chat.PressAsync("Report bullying");
        for (var questions = 0; !Question(chat).Text.Contains("Shall I send it?", StringComparison.Ordinal); questions++)
        {
            Assert.True(questions < 40, $"There is no end to this report. It said: {chat.Text}");
            if (picture is not null && Question(chat).Text.Contains("Do you want to add pictures", StringComparison.Ordinal)) await ShowAsync(chat, picture);
            else await AnswerAsync(chat, left);
        }

        Assert.Empty(left);
    }

    public static string CodeIn(DirectLineClient chat) =>
        chat.Replies.Select(r => r.Receipt).FirstOrDefault(r => r is not null) ?? throw new InvalidOperationException($"No code was shown. It said: {chat.Text}");

    /// <summary>Comes back with a code in a new chat.</summary>
    public static async Task<DirectLineClient> ComeBackAsync(string address, string code)
    {
        var chat = new DirectLineClient(address);
        await chat.OpenAsync();
        await chat.PressAsync("I have a code");
        await chat.SayAsync(code);
        return chat;
    }

    private static async Task ShowAsync(DirectLineClient chat, byte[] picture)
    {
        using var taken = await chat.UploadAsync(picture, "picture.png");
        Assert.True(taken.IsSuccessStatusCode, taken.ToString());
        await chat.ReadAsync();
    }

    private static async Task AnswerAsync(DirectLineClient chat, Dictionary<string, string> words)
    {
        var question = Question(chat);
        bool Asks(string part) => question.Text.Contains(part, StringComparison.Ordinal);
        if (words.Keys.FirstOrDefault(Asks) is { } asked && words.Remove(asked, out var typed)) await chat.SayAsync(typed);
        else if (Buttons.FirstOrDefault(b => Asks(b.Asked)).Button is { } button) await chat.PressAsync(button);
        else if (question.Buttons.ContainsKey("Skip")) await chat.PressAsync("Skip");
        else throw new InvalidOperationException($"Nobody told this walk what to answer: {question.Text}");
    }

    private static Reply Question(DirectLineClient chat) =>
        chat.Replies.LastOrDefault(r => r.Buttons.Count > 0) ?? throw new InvalidOperationException($"Nothing was asked. It said: {chat.Text}");
}
