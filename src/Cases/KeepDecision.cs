namespace SupportBot.Cases;

/// <summary>How far it is with a person's decision whether a case stays that was kept long enough.</summary>
public enum KeepDecision
{
    Asked,
    Keep,
    Shred,
}

/// <summary>What has to happen with a case whose time of keeping is over.</summary>
public enum KeepingDue
{
    Nothing,

    /// <summary>Its plan wants a person asked first.</summary>
    Ask,

    Shred,
}
