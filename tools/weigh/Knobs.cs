namespace SupportBot.Weigh;

/// <summary>How weights are learnt. Chosen on the half "tune" and on sentences of ours.</summary>
internal sealed record Knobs
{
    /// <summary>How often all sentences are gone through.</summary>
    public int Epochs { get; init; } = 12;

    /// <summary>The first step of AdaGrad.</summary>
    public float Rate { get; init; } = 0.5f;

    /// <summary>L2: the smaller, the more single sentences count.</summary>
    public float Shrink { get; init; }

    /// <summary>In how many sentences a feature must stand.</summary>
    public int Least { get; init; }

    /// <summary>What weighs less than that for a class is left out of the file.</summary>
    public float Light { get; init; } = 0.4f;

    /// <summary>How sure the words must be together to be heard, between 0 and 1.</summary>
    public float Heard { get; init; } = 0.5f;

    /// <summary>How sure the words around a phrase must be that it is said of something harmless; 1 where phrases are not asked about.</summary>
    public float Harmless { get; init; } = 1;
}
