namespace SupportBot.Understanding;

/// <summary>One word in the form it is compared in, and where it stands in what was typed.</summary>
/// <param name="Word">Lower case, without accents, repeated letters once; one character where a script has no spaces; one emoji.</param>
/// <param name="Start">Index of its first character in the text as it was typed.</param>
/// <param name="End">Index after its last one.</param>
/// <param name="Sentence">Number of its sentence, from 0.</param>
/// <param name="Clause">Number of its clause, counted through the whole text: a comma ends one.</param>
/// <param name="IsQuoted">True between quotation marks.</param>
public readonly record struct Token(string Word, int Start, int End, int Sentence, int Clause, bool IsQuoted);
