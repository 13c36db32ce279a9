namespace SupportBot.Yaml;

/// <summary>A value in a content file that knows where it stands and can say what is wrong with it.</summary>
public abstract class YamlNode
{
    private readonly Faults _faults;

    private protected YamlNode(string file, int line, int column, Faults faults)
    {
        File = file;
        Line = line;
        Column = column;
        _faults = faults;
    }

    public string File { get; }

    /// <summary>1-based.</summary>
    public int Line { get; }

    /// <summary>1-based.</summary>
    public int Column { get; }

    /// <summary>The map or list this stands in; null at the top.</summary>
    public YamlNode? Parent { get; private set; }

    /// <summary>The <c>id</c> of the nearest list entry around this node, such as a step; empty when there is none.</summary>
    public string Where
    {
        get
        {
            for (var at = this; at is not null; at = at.Parent)
                if (at is YamlMap map && at.Parent is YamlList && map["id"] is YamlScalar { Value.Length: > 0 } id)
                    return id.Value;
            return "";
        }
    }

    /// <summary>What an author would call this value: "a text", "a list".</summary>
    public abstract string Kind { get; }

    /// <summary>Records an error at this node.</summary>
    public void Fault(string what, string cure) => _faults.Add(FaultHere(what, cure));

    /// <summary>Records a warning at this node.</summary>
    public void Warn(string what, string cure) => _faults.Add(FaultHere(what, cure) with { Severity = FaultSeverity.Warning });

    /// <summary>An error at this node that is not recorded: for checks that collect their own.</summary>
    public Fault FaultHere(string what, string cure) => new(File, Line, Column, Where, what, cure);

    private protected Faults Shared => _faults;

    internal void StandsIn(YamlNode parent) => Parent = parent;
}
