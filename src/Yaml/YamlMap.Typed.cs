namespace SupportBot.Yaml;

public sealed partial class YamlMap
{
    /// <summary>A text that must be there; empty when it is not.</summary>
    public string Text(string key) => Needed(key) ? OptionalText(key) ?? "" : "";

    public string? OptionalText(string key) => Scalar(key) is { } s && TypedScalar.IsText(s, key) ? s.Value : null;

    /// <summary>Lower-case words joined by hyphens, and none of yes, no, on, off, null, true, false; empty when it is not.</summary>
    public string Id(string key) => Needed(key) ? OptionalId(key) ?? "" : "";

    public string? OptionalId(string key) => Scalar(key) is { } s && TypedScalar.IsId(s, key) ? s.Value : null;

    /// <summary>A whole number that must be there; 0 when it is not.</summary>
    public int Number(string key) => Needed(key) ? OptionalNumber(key) ?? 0 : 0;

    public int? OptionalNumber(string key) => Scalar(key) is { } s ? TypedScalar.Whole(s, key) : null;

    /// <summary>A number, with or without a fraction, that must be there; 0 when it is not.</summary>
    public decimal Fraction(string key) => Needed(key) ? OptionalFraction(key) ?? 0 : 0;

    public decimal? OptionalFraction(string key) => Scalar(key) is { } s ? TypedScalar.Fraction(s, key) : null;

    /// <summary>true or false; <paramref name="otherwise"/> when the key is missing.</summary>
    public bool Flag(string key, bool otherwise = false) => Scalar(key) is { } s ? TypedScalar.Flag(s, key) ?? otherwise : otherwise;

    /// <summary>A quoted day, "2026-09-01"; 0001-01-01 when it is not.</summary>
    public DateOnly Date(string key) => Needed(key) ? OptionalDate(key) ?? default : default;

    public DateOnly? OptionalDate(string key) => Scalar(key) is { } s ? TypedScalar.Date(s, key) : null;

    /// <summary>A quoted time of day, "08:30"; midnight when it is not.</summary>
    public TimeOnly Time(string key) => Needed(key) ? OptionalTime(key) ?? default : default;

    public TimeOnly? OptionalTime(string key) => Scalar(key) is { } s ? TypedScalar.Time(s, key) : null;

    /// <summary>One of the enum's values, written in content in lower case with hyphens; its default when it is not.</summary>
    public TEnum Choice<TEnum>(string key) where TEnum : struct, Enum => Needed(key) ? OptionalChoice<TEnum>(key) ?? default : default;

    public TEnum? OptionalChoice<TEnum>(string key) where TEnum : struct, Enum => Scalar(key) is { } s ? TypedScalar.Choice<TEnum>(s, key) : null;

    /// <summary>A list that must be there; an empty one when it is not.</summary>
    public YamlList List(string key) => (Needed(key) ? OptionalList(key) : null) ?? new YamlList(File, Line, Column, Shared);

    public YamlList? OptionalList(string key) => Of<YamlList>(key, "a list");

    /// <summary>A list of texts that must be there; empty when it is not.</summary>
    public IReadOnlyList<string> Texts(string key) => List(key).Texts();

    /// <summary>A list of texts; empty when the key is missing.</summary>
    public IReadOnlyList<string> OptionalTexts(string key) => OptionalList(key)?.Texts() ?? [];

    /// <summary>A list of ids; empty when the key is missing.</summary>
    public IReadOnlyList<string> OptionalIds(string key) => OptionalList(key)?.Ids() ?? [];

    /// <summary>A list of maps that must be there; empty when it is not.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => List(key).Maps();

    /// <summary>A list of maps; empty when the key is missing.</summary>
    public IReadOnlyList<YamlMap> OptionalMaps(string key) => OptionalList(key)?.Maps() ?? [];

    /// <summary>A map that must be there; an empty one when it is not.</summary>
    public YamlMap Map(string key) => (Needed(key) ? OptionalMap(key) : null) ?? new YamlMap(File, Line, Column, Shared);

    public YamlMap? OptionalMap(string key) => Of<YamlMap>(key, "a map of keys and values");

    /// <summary>One text in several languages, by ISO 639 code, English always among them: <c>{ en: "…", es: "…" }</c>.</summary>
    public IReadOnlyDictionary<string, string> TextsByLanguage(string key)
    {
        var texts = Map(key);
        texts.RefuseKeysThatAreNoIds("a language");
        if (this[key] == texts && !texts.Has("en")) texts.Fault($"{key} has no English text", "add en: \"…\"");
        return texts.Keys.ToDictionary(k => k, texts.Text);
    }

    /// <summary>The scalar of a key with its place; a list or map there is a fault.</summary>
    public YamlScalar? Scalar(string key)
    {
        var scalar = Of<YamlScalar>(key, "a single value");
        if (scalar is not { ScalarKind: ScalarKind.Nothing })
            return scalar;
        TypedScalar.IsText(scalar, key);
        return null;
    }

    private bool Needed(string key)
    {
        if (Has(key))
            return true;
        var near = Nearest.To(key, Keys);
        Fault($"{key} is missing", near is null ? $"add {key}" : $"did you write {near} for {key}?");
        return false;
    }

    private T? Of<T>(string key, string wanted) where T : YamlNode
    {
        var node = this[key];
        if (node is null or T)
            return (T?)node;
        node.Fault($"{key} is {node.Kind}", $"write {wanted}");
        return null;
    }
}
