namespace SupportBot.Cases;

public enum LinkKind
{
    /// <summary>That case opened this one.</summary>
    Parent,

    /// <summary>This case opened that one.</summary>
    Child,

    /// <summary>They tell of the same thing.</summary>
    Related,

    /// <summary>This case went on as that one.</summary>
    MergedInto,

    /// <summary>That case went on as this one.</summary>
    Merged,
}

/// <summary>Another case that belongs to this one. Whoever sees one does not therefore see the other.</summary>
public sealed record CaseTie(LinkKind Kind, Guid CaseId, string Number);
