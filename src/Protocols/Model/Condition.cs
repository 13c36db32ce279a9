namespace SupportBot.Protocols;

/// <summary>What a <c>when</c> says. It tests choices and nothing else; an answer not given is none of them.</summary>
public abstract record Condition
{
    public abstract bool Holds(IReadOnlyDictionary<string, AnswerValue> answers);

    /// <summary>Every test in it, from left to right.</summary>
    public abstract IEnumerable<AnswerTest> Tests { get; }
}

/// <summary><c>answer = choice</c> or <c>answer != choice</c>. Where several may be picked, <c>=</c> means "is among them".</summary>
public sealed record AnswerTest(string Answer, string Choice, bool Negated) : Condition
{
    public override IEnumerable<AnswerTest> Tests => [this];

    public override bool Holds(IReadOnlyDictionary<string, AnswerValue> answers) =>
        (answers.TryGetValue(Answer, out var given) && given.Picks(Choice)) != Negated;

    public override string ToString() => $"{Answer} {(Negated ? "!=" : "=")} {Choice}";
}

public sealed record Both(Condition Left, Condition Right) : Condition
{
    public override IEnumerable<AnswerTest> Tests => Left.Tests.Concat(Right.Tests);

    public override bool Holds(IReadOnlyDictionary<string, AnswerValue> answers) => Left.Holds(answers) && Right.Holds(answers);

    public override string ToString() => $"{Bracketed(Left)} and {Bracketed(Right)}";

    private static string Bracketed(Condition side) => side is Either ? $"({side})" : $"{side}";
}

public sealed record Either(Condition Left, Condition Right) : Condition
{
    public override IEnumerable<AnswerTest> Tests => Left.Tests.Concat(Right.Tests);

    public override bool Holds(IReadOnlyDictionary<string, AnswerValue> answers) => Left.Holds(answers) || Right.Holds(answers);

    public override string ToString() => $"{Bracketed(Left)} or {Bracketed(Right)}";

    private static string Bracketed(Condition side) => side is Both ? $"({side})" : $"{side}";
}

public sealed record Neither(Condition Inner) : Condition
{
    public override IEnumerable<AnswerTest> Tests => Inner.Tests;

    public override bool Holds(IReadOnlyDictionary<string, AnswerValue> answers) => !Inner.Holds(answers);

    public override string ToString() => $"not ({Inner})";
}
