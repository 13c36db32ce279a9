using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SupportBot.Yaml;

/// <summary>Turns YamlDotNet's events into nodes and refuses what YAML allows and people regret.</summary>
internal sealed class StrictParser(string file, Faults faults)
{
    private const int Longest = 1_000_000;
    private const int Deepest = 32;

    public YamlMap? Read(string text)
    {
        if (text.Length > Longest)
        {
            Add(1, 1, "the file is longer than a million characters", "split it");
            return null;
        }
        if (RefuseTabs(text))
            return null;
        var parser = new Parser(new StringReader(text));
        try
        {
            return ReadDocument(parser);
        }
        catch (YamlException broken)
        {
            Add((int)broken.Start.Line, (int)broken.Start.Column, $"this is not YAML ({Sentence(broken)})", "check the indentation, quotes and brackets of this line and the one before");
        }
        catch (Exception broken) when (broken.StackTrace?.Contains("YamlDotNet", StringComparison.Ordinal) == true)
        {
            // On some malformed texts the library throws other exceptions than its own; to an author they are the same.
            Add((int?)parser.Current?.Start.Line ?? 1, 1, "this is not YAML from about here on", "check the indentation, quotes, brackets and any word that starts with ! or & from this line on");
        }
        return null;
    }

    private bool RefuseTabs(string text)
    {
        var found = false;
        var line = 0;
        foreach (var part in text.AsSpan().EnumerateLines())
        {
            line++;
            if (part.IndexOf('\t') is var at and >= 0)
            {
                Add(line, at + 1, "there is a tab in this line", "use spaces");
                found = true;
            }
        }
        return found;
    }

    private YamlMap? ReadDocument(Parser parser)
    {
        parser.Consume<StreamStart>();
        if (parser.TryConsume<StreamEnd>(out _))
        {
            Add(1, 1, "the file is empty", "write its keys and values");
            return null;
        }
        var start = parser.Consume<DocumentStart>();
        if (start.Version is not null || start.Tags is { Count: > 0 } && !start.IsImplicit && start.Tags.Any(t => t.Handle is not ("!" or "!!")))
            Add(start.Start, "the file starts with a % directive", "remove that line");
        var root = ReadNode(parser, 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
            Add(second!.Start, "a second document starts here", "put it in a file of its own, or remove the --- line");
        if (root is YamlMap map)
            return map;
        root.Fault($"the file is {root.Kind}", "write keys and values");
        return null;
    }

    private YamlNode ReadNode(Parser parser, int depth, bool isKey = false)
    {
        if (depth > Deepest)
            throw new YamlException(parser.Current!.Start, parser.Current.End, "it is nested more than 32 levels deep");
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            Add(alias.Start, $"*{alias.Value} refers to another place of the file", "write the value here");
            return Place(alias.Start, (line, column) => new YamlScalar(file, line, column, faults, "", quoted: true));
        }
        if (parser.TryConsume<Scalar>(out var scalar))
            return ReadScalar(scalar, isKey);
        return parser.Accept<SequenceStart>(out _) ? ReadList(parser, depth) : ReadMap(parser, depth);
    }

    private YamlScalar ReadScalar(Scalar scalar, bool isKey)
    {
        RefuseProperties(scalar);
        var plain = scalar.Style == ScalarStyle.Plain;
        var node = Place(scalar.Start, (line, column) => new YamlScalar(file, line, column, faults, scalar.Value, !plain));
        if (plain && !isKey && node.ScalarKind == ScalarKind.Text && CoreSchema.IsTreacherous(scalar.Value))
            node.Fault($"{scalar.Value} without quotes means different things to different readers", $"write \"{scalar.Value}\" for the word, or true or false");
        if (plain && CoreSchema.IsDoubtfulNumber(scalar.Value))
            node.Fault($"{scalar.Value} is a number that readers disagree about", $"write \"{scalar.Value}\" for the characters, or plain digits for the number");
        return node;
    }

    private YamlList ReadList(Parser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        RefuseProperties(start);
        var list = Place(start.Start, (line, column) => new YamlList(file, line, column, faults));
        while (!parser.TryConsume<SequenceEnd>(out _))
            list.Add(ReadNode(parser, depth + 1));
        return list;
    }

    private YamlMap ReadMap(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>();
        RefuseProperties(start);
        var map = Place(start.Start, (line, column) => new YamlMap(file, line, column, faults));
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(parser, depth + 1, isKey: true); // a known key may be called on; an unknown one is refused by whoever knows the keys
            var value = ReadNode(parser, depth + 1);
            if (key is not YamlScalar word)
                key.Fault($"a key is {key.Kind}", "a key must be one word");
            else if (word is { IsQuoted: false, Value: "<<" })
                word.Fault("<< copies keys from another place", "write the keys here");
            else
            {
                if (word is { IsQuoted: false, ScalarKind: ScalarKind.Flag or ScalarKind.Nothing })
                    word.Fault($"the key {word.Value} is not a word to YAML readers", "use a word that says more");
                map.Add(word, value);
            }
        }
        return map;
    }

    private void RefuseProperties(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
            Add(node.Start, $"&{node.Anchor.Value} names a place of the file", "remove it and write values where they are used");
        if (!node.Tag.IsEmpty)
            Add(node.Start, $"{node.Tag} is a tag", "remove it; types come from the key");
    }

    private static T Place<T>(Mark mark, Func<int, int, T> make) => make((int)mark.Line, (int)mark.Column);

    private void Add(Mark mark, string what, string cure) => Add((int)mark.Line, (int)mark.Column, what, cure);

    private void Add(int line, int column, string what, string cure) => faults.Add(new(file, line, column, "", what, cure));

    private static string Sentence(YamlException broken)
    {
        var message = broken.InnerException?.Message ?? broken.Message;
        return message.TrimEnd('.');
    }
}
