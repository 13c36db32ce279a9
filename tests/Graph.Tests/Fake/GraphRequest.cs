using System.Text.Json.Nodes;

namespace SupportBot.Graph.Tests;

/// <summary>A request as it came to Graph.</summary>
/// <param name="Path">Without <c>/v1.0/</c>, unescaped: <c>users/7/sendMail</c>.</param>
/// <param name="Query">With its question mark, as it came; empty where there was none.</param>
public sealed record GraphRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => $"{Method} {Path}{Query}";
}
