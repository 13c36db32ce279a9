using System.Globalization;

namespace SupportBot.Yaml;

/// <summary>Something wrong in a content file, told so that its author can put it right.</summary>
/// <param name="File">the file's name as the caller gave it, with forward slashes</param>
/// <param name="Line">1-based; 0 when the fault belongs to no line, such as a missing file</param>
/// <param name="Column">1-based; 0 when there is no line</param>
/// <param name="Where">the id of the entry the fault is in, such as a step; empty at the top of a file</param>
/// <param name="What">what is wrong, in the words of the file</param>
/// <param name="Cure">what to write instead</param>
/// <param name="Severity">whether the content can be used all the same</param>
public sealed record Fault(string File, int Line, int Column, string Where, string What, string Cure, FaultSeverity Severity = FaultSeverity.Error)
{
    public bool IsError => Severity == FaultSeverity.Error;

    /// <summary><c>bullying-report/2.yaml:67 ask-better: what; cure</c></summary>
    public override string ToString()
    {
        var at = Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}") : File;
        var where = Where.Length > 0 ? $" {Where}" : "";
        return $"{at}{where}: {What}; {Cure}";
    }
}
