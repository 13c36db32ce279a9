namespace SupportBot.Understanding;

/// <summary>Phrases of one language that mean the same. Content: <c>src/Content/signals</c>.</summary>
/// <param name="IsOutright">True where no saying hides it, and no harmless words around it do.</param>
/// <param name="IsDeniable">False where a "not" before it changes nothing, because it names what happens and not what somebody wants.</param>
internal sealed record SignalGroup(string Language, string Id, CrisisGrade Grade, CrisisKind Kind, string Signal, bool IsOutright, bool IsDeniable)
{
    public string Name => $"{Language}:{Id}";
}

/// <summary>What stands around a phrase and tells how it is meant.</summary>
internal enum ContextRole
{
    /// <summary>An everyday sentence that a phrase would be found in: it hides its own words and nothing around them.</summary>
    Saying,

    /// <summary>Not, never. Up to three words before a phrase of its clause that does not begin with "I", it denies it.</summary>
    Negation,

    /// <summary>A "not" that denies nothing: "can not stop thinking of".</summary>
    NoDenial,

    /// <summary>A whole denial of a wish: "not going to hurt myself", "asked if I want to die and I said no". It takes back what begins in it, and what words say together is then at most a concern.</summary>
    Denial,

    /// <summary>What makes a denial none: "maybe tomorrow", "but I can't stop thinking about it".</summary>
    Unless,

    /// <summary>But, although: what comes after it counts more than the denial before it.</summary>
    Turn,

    /// <summary>A song, a film, a game, a school subject.</summary>
    Fiction,

    /// <summary>Staff speak of rules, or "if a student ...".</summary>
    Policy,

    /// <summary>Somebody in particular: "my friend", "a student told me".</summary>
    Somebody,

    /// <summary>I.</summary>
    Self,

    /// <summary>Said, texted.</summary>
    Said,

    /// <summary>Long ago, used to.</summary>
    Past,

    /// <summary>Tonight, right now.</summary>
    Now,

    /// <summary>What one could do it with, or a place.</summary>
    Means,
}

internal sealed record ContextMark(string Language, ContextRole Role);
