using System.Text.Json;

namespace AdaptiveCards;

/// <summary>What is wrong with the JSON and where, in words that quote none of its values.</summary>
internal static class JsonFault
{
    public static string Of(JsonException fault) => $"at {fault.Path ?? "$"}: {Reason(fault)}";

    // Each element is read by itself, so the place of a fault inside it starts anew: the chain of both is the whole place.
    public static JsonException Inside(Type part, JsonException fault) => new($"{part.Name} {Of(fault)}", fault);

    private static string Reason(JsonException fault) =>
        fault.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "A value of another kind was expected."
            : fault.Message.Split(" Path:")[0];
}
