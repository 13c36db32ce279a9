namespace SupportBot.Yaml;

/// <summary>What a scalar is by the YAML 1.2 core schema.</summary>
public enum ScalarKind
{
    Text,
    Number,
    Flag,
    Nothing,
}

/// <summary>One word, text, number or flag.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(string file, int line, int column, Faults faults, string value, bool quoted)
        : base(file, line, column, faults)
    {
        Value = value;
        IsQuoted = quoted;
        ScalarKind = quoted ? ScalarKind.Text : CoreSchema.KindOf(value);
    }

    /// <summary>The characters as written, quotes and escapes undone.</summary>
    public string Value { get; }

    /// <summary>True for quoted and block texts: their type is text whatever they say.</summary>
    public bool IsQuoted { get; }

    public ScalarKind ScalarKind { get; }

    public override string Kind => ScalarKind switch
    {
        ScalarKind.Text => "a text",
        ScalarKind.Number => "a number",
        ScalarKind.Flag => "true or false",
        _ => "nothing",
    };

    public override string ToString() => Value;
}
