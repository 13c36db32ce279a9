using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>Where a piece of a protocol was written, for faults found after reading.</summary>
/// <param name="Line">1-based</param>
/// <param name="Column">1-based</param>
/// <param name="Where">the id of the step it is in; empty in the header</param>
public readonly record struct Place(string File, int Line, int Column, string Where)
{
    public static Place Of(YamlNode node) => new(node.File, node.Line, node.Column, node.Where);

    public Fault Fault(string what, string cure) => new(File, Line, Column, Where, what, cure);

    public Fault Warning(string what, string cure) => Fault(what, cure) with { Severity = FaultSeverity.Warning };
}
