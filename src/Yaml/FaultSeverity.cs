namespace SupportBot.Yaml;

/// <summary>An error keeps content from being used; a warning is printed and the content is used.</summary>
public enum FaultSeverity
{
    Error,
    Warning,
}
