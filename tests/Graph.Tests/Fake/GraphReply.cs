namespace SupportBot.Graph.Tests;

/// <summary>An answer of Graph.</summary>
/// <param name="Body">JSON; null for none.</param>
public sealed record GraphReply(int Status, string? Body = null)
{
    public string? RetryAfter { get; init; }

    public string? Location { get; init; }

    /// <summary>True: never answers, until the caller gives up.</summary>
    public bool Hangs { get; init; }

    public static GraphReply Nothing { get; } = new(204);

    public static GraphReply Accepted { get; } = new(202);

    public static GraphReply Never { get; } = new(0) { Hangs = true };

    public static GraphReply Ok(string json) => new(200, json);

    /// <summary>An error in Graph's own form. Its message must never be seen anywhere.</summary>
    public static GraphReply Error(int status, string code, string? retryAfter = null) =>
        new(status, $$"""{"error":{"code":"{{code}}","message":"words of the service"} }""") { RetryAfter = retryAfter };
}
