using Microsoft.Extensions.DependencyInjection;
using SupportBot.Protocols;

namespace SupportBot.Console.Tests;

/// <summary>A small protocol in several versions, beside those of the demo.</summary>
internal static class Versions
{
    public const string Small = """
        format: 1
        id: small
        version: 1
        title: "Small talk"
        status: retired
        effective: { from: "2026-01-01" }
        approved: { on: "2025-12-20", by: principal }
        review: { last: "2025-12-20", due: "2026-12-31" }
        owner: title-ix-coordinator
        starts-on: ["menu:small"]
        severity: standard
        language: en
        fallback: help
        steps:
          - id: hello
            say: "Hello."
          - id: help
            alert: counselor
            severity: standard
            card: new-case
            acknowledge: 1 hour
            escalate: [{ to: principal }]
          - id: over
            end: reported

        """;

    public static string Second => Small.Replace("version: 1\n", "version: 2\nreplaces: 1\n", StringComparison.Ordinal).Replace("status: retired", "status: active", StringComparison.Ordinal)
        .Replace("say: \"Hello.\"", "say: \"Hello <b>there</b>.\"", StringComparison.Ordinal).Replace("acknowledge: 1 hour", "acknowledge: 2 hours", StringComparison.Ordinal);

    public static string Third => Second.Replace("version: 2\nreplaces: 1\n", "version: 3\nreplaces: 2\n", StringComparison.Ordinal).Replace("status: active", "status: draft", StringComparison.Ordinal);

    public static ConsoleHost Host(params (string Path, string Yaml)[] more) =>
        new(services: s => s.AddSingleton(Demo.ShelfWith([("protocols/small/1.yaml", Small), ("protocols/small/2.yaml", Second), ("protocols/small/3.yaml", Third), .. more])));

    public static ConsoleHost Host(RecalledVersion recall) =>
        new(services: s => s.AddSingleton(Demo.ShelfWith([("protocols/small/1.yaml", Small), ("protocols/small/2.yaml", Second)], recall)));
}
