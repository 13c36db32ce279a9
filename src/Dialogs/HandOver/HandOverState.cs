using System.Globalization;
using Microsoft.Bot.Builder.Dialogs;

namespace SupportBot.Dialogs;

/// <summary>What a hand-over keeps on the stack: text only, so that it reads back as it was written.</summary>
internal sealed class HandOverState(DialogInstance instance)
{
    private const int MostSaid = 8;

    public Guid Id
    {
        get => Guid.Parse(Get("id") ?? throw new InvalidOperationException("A hand-over without an id."));
        set => Set("id", value.ToString("N"));
    }

    public Guid CaseId
    {
        get => Guid.Parse(Get("case") ?? throw new InvalidOperationException("A hand-over without a case."));
        set => Set("case", value.ToString("N"));
    }

    public string PersonId
    {
        get => Get("person") ?? "";
        set => Set("person", value);
    }

    public string Role
    {
        get => Get("role") ?? "";
        set => Set("role", value);
    }

    /// <summary>Since when the student waits for the counselor's next line; null while it is not the counselor's turn.</summary>
    public DateTimeOffset? WaitsSince
    {
        get => Time("waits");
        set => Set("waits", value);
    }

    /// <summary>When the tab counts as gone.</summary>
    public DateTimeOffset Gone
    {
        get => Time("gone") ?? throw new InvalidOperationException("A hand-over without an end.");
        set => Set("gone", value);
    }

    /// <summary>How often the student was told that the counselor is silent, since the counselor's last line.</summary>
    public int Silences
    {
        get => Get("silences") is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 0;
        set => Set("silences", value == 0 ? null : value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Kinds of crisis signals for which somebody was called in this hand-over already.</summary>
    public IReadOnlyList<string> Alarmed
    {
        get => Get("alarmed")?.Split(',') ?? [];
        set => Set("alarmed", value.Count == 0 ? null : string.Join(',', value));
    }

    /// <summary>True where the counselor has just said this: the channel delivers it once more, under another id.</summary>
    public bool HasSaid(string text, DateTimeOffset now) => SaidAgain.MarkOf(text) is var mark && Said.Any(l => l.Mark == mark && now - l.At <= SaidAgain.Within);

    /// <summary>Remembers a line of the counselor as long as it might be delivered once more.</summary>
    public void Remember(string text, DateTimeOffset now) =>
        Said = [.. Said.Where(l => l.IsLong && now - l.At <= SaidAgain.Within).TakeLast(MostSaid - 1), new SaidLine(SaidAgain.MarkOf(text), SaidAgain.IsLong(text), now)];

    /// <summary>A short answer may well be the same twice, once something was said between.</summary>
    public void ForgetShort() => Said = [.. Said.Where(l => l.IsLong)];

    public string RunId => HandOverRun.Of(Id);

    /// <summary>Changes with every due time, so that a timer of an earlier commit does nothing.</summary>
    public string Token(TimeSpan silence) => Due(silence).UtcTicks.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>When the program must look again: the counselor is silent for too long, or the tab is gone.</summary>
    public DateTimeOffset Due(TimeSpan silence) => SilentAt(silence) is { } at && at < Gone ? at : Gone;

    /// <summary>When the student is told next that the counselor is silent; null where there is nothing more to tell.</summary>
    public DateTimeOffset? SilentAt(TimeSpan silence) => WaitsSince is { } since && Silences < 2 ? since + (silence * (Silences == 0 ? 1 : 3)) : null;

    // "mark long ticks", one after the other: a mark is Base64 and has no blank.
    private IReadOnlyList<SaidLine> Said
    {
        get => [.. (Get("said") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(3).Select(l => new SaidLine(l[0], l[1] == "long", new DateTimeOffset(long.Parse(l[2], CultureInfo.InvariantCulture), TimeSpan.Zero)))];
        set => Set("said", value.Count == 0 ? null : string.Join(' ', value.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Mark} {(l.IsLong ? "long" : "short")} {l.At.UtcTicks}"))));
    }

    private string? Get(string key) => instance.State.TryGetValue(key, out var value) ? (string)value : null;

    private DateTimeOffset? Time(string key) => Get(key) is { } at ? DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) : null;

    private void Set(string key, DateTimeOffset? at) => Set(key, at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    private void Set(string key, string? value)
    {
        if (value is null) instance.State.Remove(key);
        else instance.State[key] = value;
    }

    private sealed record SaidLine(string Mark, bool IsLong, DateTimeOffset At);
}
