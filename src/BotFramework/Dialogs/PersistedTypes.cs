using System.Collections.Concurrent;
using System.Reflection;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// The types that may come back from a stored dialog state: those of the assemblies that have dialogs, steps or validators. A name in a
/// store can therefore never make this process create anything else.
/// </summary>
internal static class PersistedTypes
{
    private const string ListMark = "[]";

    private static readonly ConcurrentDictionary<Assembly, bool> Trusted = new() { [typeof(Dialog).Assembly] = true };
    private static readonly ConcurrentDictionary<string, Type> ByName = new()
    {
        ["stack"] = typeof(DialogState),
        ["prompt"] = typeof(PromptOptions),
        ["string[]"] = typeof(List<string>),
        ["long[]"] = typeof(List<long>),
        ["double[]"] = typeof(List<double>),
    };

    private static readonly ConcurrentDictionary<Type, string> ByType = new()
    {
        [typeof(DialogState)] = "stack",
        [typeof(PromptOptions)] = "prompt",
        [typeof(string)] = "string",
        [typeof(long)] = "long",
        [typeof(int)] = "long",
        [typeof(double)] = "double",
    };

    public static void Trust(Assembly assembly) => Trusted.TryAdd(assembly, true);

    /// <summary>Trusts whoever wrote a step or a validator as much as whoever wrote a dialog.</summary>
    public static void Trust(Delegate code)
    {
        if (code?.Method.DeclaringType?.Assembly is { } assembly)
            Trust(assembly);
    }

    /// <summary>The name a value of this type is stored under, or null when it is stored as plain JSON.</summary>
    public static string NameOf(Type type) => ByType.TryGetValue(type, out var name) ? name : Remember(type);

    /// <summary>The type stored under a name, or null when no trusted assembly has it (any more).</summary>
    public static Type Find(string name) => ByName.TryGetValue(name, out var type) ? type : Search(name);

    private static string Remember(Type type)
    {
        if (ElementOf(type) is { } element)
            return NameOf(element) is { } of ? of + ListMark : null;
        if (type.IsGenericType || type.IsArray || !Trusted.ContainsKey(type.Assembly))
            return null;
        return ByType.GetOrAdd(type, static t => t.FullName);
    }

    private static Type Search(string name)
    {
        if (name.EndsWith(ListMark, StringComparison.Ordinal))
            return Find(name[..^ListMark.Length]) is { } element ? ByName.GetOrAdd(name, typeof(List<>).MakeGenericType(element)) : null;
        foreach (var assembly in Trusted.Keys)
        {
            if (assembly.GetType(name) is { IsGenericTypeDefinition: false, IsAbstract: false } type)
                return ByName.GetOrAdd(name, type);
        }

        return null;
    }

    private static Type ElementOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
    }
}
