namespace SupportBot.Understanding;

/// <summary>The forms of a pattern: alternatives, what may be missing, and members of classes that are several words.</summary>
internal static class PatternForms
{
    public static (List<List<string>> Forms, string? Fault) Of(string pattern, IReadOnlyDictionary<string, PatternClass> classes, int most)
    {
        List<List<string>> forms = [[]];
        foreach (var part in Parts(pattern))
        {
            var mayMiss = part.StartsWith('?');
            var bare = mayMiss ? part[1..] : part;
            if (bare.IndexOf('(', 1) > 0) return ([], "has brackets inside brackets, or no space before one");
            List<string[]> ways = mayMiss ? [[]] : [];
            if (bare.StartsWith('(') && bare.EndsWith(')'))
            {
                // Single words are a class of their own: the forms do not multiply.
                var (singles, longer) = (bare[1..^1].Split('|').Where(PatternClass.IsSingle).ToList(), bare[1..^1].Split('|').Where(w => !PatternClass.IsSingle(w)));
                ways.AddRange(singles.Where(IsClass).Select(Words));
                if (singles.Where(w => !IsClass(w)).ToList() is { Count: > 0 } plain) ways.Add([$"({string.Join('|', plain)})"]);
                ways.AddRange(longer.Select(Words));
            }
            else
            {
                ways.Add([bare]);
            }

            List<string[]> meant = [];
            foreach (var way in ways)
            {
                if (way is [['<', .., '>'] name])
                {
                    if (!classes.TryGetValue(name[1..^1], out var members)) return ([], $"names {name}, which is no class of this file");
                    if (members.Singles.Count > 0) meant.Add([name]);
                    meant.AddRange(members.Longer.Select(Words));
                }
                else meant.Add(way);
            }

            forms = [.. forms.SelectMany(form => meant.Select(way => (List<string>)[.. form, .. way]))];
            if (forms.Count > most) return ([], $"has more than {most} forms");
        }

        return (forms, null);
    }

    // Spaces inside brackets belong to them. Text without spaces of its own, such as Chinese, is taken apart by the reader of words.
    private static IEnumerable<string> Parts(string pattern)
    {
        var (from, depth) = (0, 0);
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i < pattern.Length && pattern[i] == '(') depth++;
            if (i < pattern.Length && pattern[i] == ')') depth--;
            if (i < pattern.Length && (pattern[i] != ' ' || depth > 0)) continue;
            if (i > from) yield return pattern[from..i];
            from = i + 1;
        }
    }

    private static bool IsClass(string word) => word.StartsWith('<');

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
