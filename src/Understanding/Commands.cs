using SupportBot.Yaml;

namespace SupportBot.Understanding;

/// <summary>
/// Tells a command from an answer: the whole text must be the command, at most with a slip of the finger and a "please".
/// Made from <c>src/Content/routes/commands.*.yaml</c>; safe to share between turns.
/// </summary>
public sealed class Commands
{
    private const int LongestText = 80;
    private const int ShortestWithSlip = 6;
    private const int MostSubjectWords = 4;
    private const int LongestSubject = 40;

    private readonly Dictionary<string, CommandKind> _exact = new(StringComparer.Ordinal);
    private readonly List<string> _polite = [];
    private readonly List<string> _change = [];

    /// <summary>The command that a text is, or null when it is anything else, such as an answer.</summary>
    public Command? Of(string text)
    {
        if (text.Length > LongestText)
            return null;
        var plain = WithoutPolite(TextNormaliser.Plain(text));
        if (plain.Length == 0)
            return null;
        if (_exact.TryGetValue(plain, out var kind))
            return new(kind);
        if (_change.Contains(plain))
            return new(CommandKind.Change);
        if (Near(plain) is { } near)
            return new(near);
        // Chinese is written without spaces.
        var verb = _change.FirstOrDefault(c => plain.StartsWith(c[^1] >= 0x2E80 ? c : c + ' ', StringComparison.Ordinal));
        if (verb is null)
            return null;
        var subject = plain[verb.Length..].TrimStart();
        return subject.Split(' ').Length <= MostSubjectWords && subject.Length <= LongestSubject ? new(CommandKind.Change, subject) : null;
    }

    /// <summary>Reads command files, a language a file: lists of whole texts under the name of the command.</summary>
    public static ContentRead<Commands> Read(IEnumerable<ContentText> files)
    {
        var faults = new Faults();
        var commands = new Commands();
        foreach (var file in files)
        {
            var yaml = YamlFile.Read(file.Name, file.Text);
            if (yaml.Root is { } root)
                commands.Take(root);
            faults.AddRange(yaml.Faults);
        }
        return new(faults.HasErrors ? null : commands, faults.InReadingOrder());
    }

    private void Take(YamlMap root)
    {
        root.RefuseUnknownKeys("format", "language", "owner", "polite", "stop", "back", "start-over", "help", "choose-language", "privacy", "person", "quick-exit", "change");
        root.Number("format");
        root.Text("language");
        // Longest first, so that "to change the" is taken before "to change".
        _change.AddRange(root.Texts("change").Select(TextNormaliser.Plain));
        _change.Sort((a, b) => b.Length.CompareTo(a.Length));
        _polite.AddRange(root.Texts("polite").Select(TextNormaliser.Plain));
        _polite.Sort((a, b) => b.Length.CompareTo(a.Length));
        Take("stop", CommandKind.Stop);
        Take("back", CommandKind.Back);
        Take("start-over", CommandKind.StartOver);
        Take("help", CommandKind.Help);
        Take("choose-language", CommandKind.Language);
        Take("privacy", CommandKind.Privacy);
        Take("person", CommandKind.Person);
        Take("quick-exit", CommandKind.QuickExit);

        void Take(string key, CommandKind kind)
        {
            foreach (var node in root.List(key).TextNodes())
                if (!_exact.TryAdd(TextNormaliser.Plain(node.Value), kind) && _exact[TextNormaliser.Plain(node.Value)] != kind)
                    node.Fault($"\"{node.Value}\" is already another command", "keep it in one list");
        }
    }

    private string WithoutPolite(string plain)
    {
        foreach (var word in _polite)
        {
            if (plain.StartsWith(word + ' ', StringComparison.Ordinal))
                plain = plain[(word.Length + 1)..];
            if (plain.EndsWith(' ' + word, StringComparison.Ordinal))
                plain = plain[..^(word.Length + 1)];
        }
        return plain;
    }

    // One slip in a longer command; two that are equally near are none.
    private CommandKind? Near(string plain)
    {
        if (plain.Length < ShortestWithSlip)
            return null;
        var near = _exact
            .Where(e => e.Key.Length >= ShortestWithSlip && Math.Abs(e.Key.Length - plain.Length) <= 1 && Nearest.Slips(plain, e.Key) == 1)
            .Select(e => e.Value).Distinct().ToList();
        return near.Count == 1 ? near[0] : null;
    }
}
