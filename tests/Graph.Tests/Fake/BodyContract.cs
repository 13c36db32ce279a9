using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

namespace SupportBot.Graph.Tests;

/// <summary>Names and types in the body of a request.</summary>
/// <param name="pathOf">What an address leads to; null where nowhere.</param>
internal sealed class BodyContract(IEdmModel model, Func<Uri, IEdmType?> pathOf)
{
    public IEnumerable<string> Faults(ODataPathSegment last, JsonObject body)
    {
        if (last is OperationSegment { Operations: var operations }) return OfAction(operations.First(), body);
        var type = last.EdmType is IEdmCollectionType many ? many.ElementType.Definition : last.EdmType;
        return type is IEdmStructuredType made ? Members(made, body, "") : [$"nothing is known of the body of '{last.Identifier}'"];
    }

    private IEnumerable<string> OfAction(IEdmOperation action, JsonObject body)
    {
        var parameters = action.Parameters.Skip(action.IsBound ? 1 : 0).ToList();
        foreach (var (name, value) in body)
        {
            if (parameters.FirstOrDefault(p => p.Name == name) is not { } parameter) yield return $"{action.Name} has no parameter '{name}'";
            else foreach (var fault in Value(parameter.Type, value, name)) yield return fault;
        }

        foreach (var missing in parameters.Where(p => !p.Type.IsNullable && !body.ContainsKey(p.Name))) yield return $"{action.Name} needs '{missing.Name}'";
    }

    private IEnumerable<string> Members(IEdmStructuredType declared, JsonObject body, string at)
    {
        var type = declared;
        if ((string?)body["@odata.type"] is { } named)
        {
            if (model.FindType(named.TrimStart('#')) is not IEdmStructuredType found || !found.InheritsFrom(declared)) return [$"{at}@odata.type: '{named}' is no {declared.FullTypeName()}"];
            type = found;
        }

        return body.Where(m => m.Key != "@odata.type").SelectMany(m => Member(type, m.Key, m.Value, at));
    }

    private IEnumerable<string> Member(IEdmStructuredType type, string name, JsonNode? value, string at)
    {
        const string bind = "@odata.bind";
        var isBound = name.EndsWith(bind, StringComparison.Ordinal);
        var property = type.FindProperty(isBound ? name[..^bind.Length] : name);
        if (property is null) return [$"{at}{type.FullTypeName()} has no property '{name}'"];
        if (!isBound) return Value(property.Type, value, at + name);
        return property is IEdmNavigationProperty navigation && value is JsonValue text && text.TryGetValue<string>(out var address) && Uri.TryCreate(address, UriKind.Absolute, out var to)
            && pathOf(to) is IEdmEntityType target && target.IsOrInheritsFrom(navigation.ToEntityType()) ? [] : [$"{at}{name}: '{value}' leads to no such thing"];
    }

    private IEnumerable<string> Value(IEdmTypeReference type, JsonNode? value, string at)
    {
        if (value is null) return type.IsNullable ? [] : [$"{at} may not be null"];
        if (type.IsCollection())
        {
            return value is not JsonArray array ? [$"{at} is a list"]
                : array.SelectMany((item, i) => Value(type.AsCollection().ElementType(), item, $"{at}[{i}]"));
        }

        if (type.Definition is IEdmStructuredType structured)
            return value is JsonObject body ? Members(structured, body, at + ".") : [$"{at} is a {structured.FullTypeName()}"];
        return Fits(type, value) ? [] : [$"{at}: {value.ToJsonString()} is no {type.FullName()}"];
    }

    private static bool Fits(IEdmTypeReference type, JsonNode value)
    {
        var kind = value.GetValueKind();
        if (type.Definition is IEdmEnumType choice) return kind == JsonValueKind.String && ((string)value!).Split(',').All(name => choice.Members.Any(m => m.Name == name));
        return type.PrimitiveKind() switch
        {
            EdmPrimitiveTypeKind.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
            EdmPrimitiveTypeKind.Int16 or EdmPrimitiveTypeKind.Int32 or EdmPrimitiveTypeKind.Int64 => kind == JsonValueKind.Number && long.TryParse(value.ToJsonString(), out _),
            EdmPrimitiveTypeKind.Double or EdmPrimitiveTypeKind.Single or EdmPrimitiveTypeKind.Decimal => kind == JsonValueKind.Number,
            EdmPrimitiveTypeKind.Guid => kind == JsonValueKind.String && Guid.TryParse((string)value!, out _),
            EdmPrimitiveTypeKind.DateTimeOffset => kind == JsonValueKind.String && DateTimeOffset.TryParse((string)value!, out _),
            _ => kind == JsonValueKind.String,
        };
    }
}
