namespace SupportBot.Cases;

/// <summary>How soon a person must look. Ordered: a case's severity may rise, and nothing lowers it but a person.</summary>
public enum Severity
{
    /// <summary>Within school days.</summary>
    Standard,

    /// <summary>Within minutes to hours: someone is hurt or may be.</summary>
    Urgent,

    /// <summary>Now: a life may be in danger.</summary>
    Critical,
}
