#nullable enable
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace SupportBot.Tests;

/// <summary>The official Adaptive Cards 1.5 schema, which is no part of this repository: SUPPORTBOT_SCHEMAS names its folder.</summary>
internal static class CardSchema
{
    public const string FolderVariable = "SUPPORTBOT_SCHEMAS";

    private static readonly Lazy<JsonSchema> Schema = new(() =>
        JsonSchema.FromJsonAsync(File.ReadAllText(PathOf("adaptive-card-1.5.0.json"))).GetAwaiter().GetResult());

    /// <summary>The path of a file of the schema folder; skips the test when there is none.</summary>
    public static string PathOf(string file)
    {
        var folder = Environment.GetEnvironmentVariable(FolderVariable);
        if (string.IsNullOrEmpty(folder))
            Assert.Skip($"{FolderVariable} names no folder with {file}.");
        return System.IO.Path.Combine(folder, file);
    }

    /// <summary>Where the JSON breaks the schema; empty when it does not.</summary>
    public static IReadOnlyList<string> Faults(string json)
    {
        return [.. Flatten(Schema.Value.Validate(JToken.Parse(json))).Select(e => $"{e.Path}: {e.Kind}").Distinct()];
    }

    private static IEnumerable<ValidationError> Flatten(IEnumerable<ValidationError> errors) =>
        errors.SelectMany(e => e is ChildSchemaValidationError parent ? [e, .. parent.Errors.SelectMany(inner => Flatten(inner.Value))] : new[] { e });
}
