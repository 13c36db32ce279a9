using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

public partial class TestFlow
{
    public TestFlow AssertReply(string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(new Activity(ActivityTypes.Message) { Text = expected }, description ?? expected, timeout);
    }

    public TestFlow AssertReplyContains(string expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                if (text is null || !text.Contains(expected, StringComparison.Ordinal))
                    throw Mismatch(description, $"a text with {expected}", text);
            },
            description,
            timeout);
    }

    /// <summary>Expects a reply of that type and, but for blanks around it, that text.</summary>
    public TestFlow AssertReply(IActivity expected, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return AssertReply(reply => CheckReply(expected, reply, description), description, timeout);
    }

    public TestFlow AssertReply(IActivity expected, IEqualityComparer<IActivity> equalityComparer, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(equalityComparer);
        return AssertReply(
            reply =>
            {
                if (!equalityComparer.Equals(expected, reply))
                    throw Mismatch(description, expected.AsMessageActivity()?.Text ?? expected.Type, reply.AsMessageActivity()?.Text ?? reply.Type);
            },
            description,
            timeout);
    }

    /// <exception cref="TaskCanceledException">At the start of the test: no reply came in time.</exception>
    public TestFlow AssertReply(Action<IActivity> validateActivity, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(validateActivity);
        return Then(async () =>
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
            validateActivity(await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false));
        });
    }

    public TestFlow AssertReplyOneOf(string[] candidates, string description = null, uint timeout = 3000)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        return AssertReply(
            reply =>
            {
                var text = reply.AsMessageActivity()?.Text;
                if (Array.IndexOf(candidates, text) < 0)
                    throw Mismatch(description, "one of: " + string.Join(", ", candidates), text);
            },
            description,
            timeout);
    }

    /// <summary>Waits for the whole time, and fails at the first reply.</summary>
    public TestFlow AssertNoReply(string description = null, uint timeout = 3000) => Then(async () =>
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(timeout));
        IActivity reply;
        try
        {
            reply = await _adapter.GetNextReplyAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw new InvalidOperationException($"{description}\nExpected no reply, received {reply.Type}: {reply.AsMessageActivity()?.Text}");
    });

    private static void CheckReply(IActivity expected, IActivity actual, string description)
    {
        if (expected.Type != actual.Type)
            throw Mismatch(description ?? "Type", expected.Type, actual.Type);

        var expectedText = expected.AsMessageActivity()?.Text?.Trim();
        var actualText = actual.AsMessageActivity()?.Text?.Trim();
        if (expected.Type == ActivityTypes.Message && expectedText != actualText && (expectedText is not null || !string.IsNullOrEmpty(actualText)))
            throw Mismatch(description, expectedText, actualText);
    }

    private static InvalidOperationException Mismatch(string description, string expected, string received) =>
        new($"{description}:\nExpected:{expected}\nReceived:{received}");
}
