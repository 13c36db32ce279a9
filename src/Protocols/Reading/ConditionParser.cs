using SupportBot.Yaml;

namespace SupportBot.Protocols;

/// <summary>
/// Reads a <c>when</c>: <c>answer = choice</c>, <c>!=</c>, <c>and</c>, <c>or</c>, <c>not</c>, brackets; <c>and</c> binds
/// tighter than <c>or</c>. There are no functions, numbers or tests of text.
/// </summary>
internal sealed class ConditionParser
{
    private const int Longest = 300;
    private const int Deepest = 20;
    private const string Cure = "write answer = choice or answer != choice, joined by and, or, not and brackets";

    private readonly List<string> _words;
    private int _at;
    private int _depth;
    private string? _wrong;

    private ConditionParser(List<string> words) => _words = words;

    public static Condition? Read(YamlScalar? scalar)
    {
        if (scalar is null)
            return null;
        if (scalar.ScalarKind != ScalarKind.Text || scalar.Value.Length > Longest)
        {
            scalar.Fault("this condition is no text of at most 300 characters", Cure);
            return null;
        }
        var parser = new ConditionParser(Words(scalar.Value));
        var condition = parser.Any();
        if (parser._wrong is null && parser._at < parser._words.Count)
            parser._wrong = $"\"{parser._words[parser._at]}\" is not expected here";
        if (parser._wrong is null)
            return condition;
        scalar.Fault($"the condition \"{scalar.Value}\" cannot be read: {parser._wrong}", Cure);
        return null;
    }

    private Condition? Any()
    {
        var left = All();
        while (left is not null && Take("or"))
            left = All() is { } right ? new Either(left, right) : null;
        return left;
    }

    private Condition? All()
    {
        var left = One();
        while (left is not null && Take("and"))
            left = One() is { } right ? new Both(left, right) : null;
        return left;
    }

    private Condition? One()
    {
        if (++_depth > Deepest)
            return Wrong("it is nested too deep");
        var condition = Take("not") ? One() is { } inner ? new Neither(inner) : null : Take("(") ? Bracket() : Test();
        _depth--;
        return condition;
    }

    private Condition? Bracket()
    {
        var inner = Any();
        return inner is null || Take(")") ? inner : Wrong("a bracket is not closed");
    }

    private Condition? Test()
    {
        if (Name() is not { } answer)
            return Wrong("the name of an answer is missing");
        var negated = Take("!=");
        if (!negated && !Take("="))
            return Wrong($"= or != is missing after {answer}");
        return Name() is { } choice ? new AnswerTest(answer, choice, negated) : Wrong($"a choice is missing after {answer} {(negated ? "!=" : "=")}");
    }

    private string? Name() =>
        _at < _words.Count && char.IsAsciiLetterLower(_words[_at][0]) && _words[_at] is not ("and" or "or" or "not") ? _words[_at++] : null;

    private bool Take(string word)
    {
        if (_at >= _words.Count || _words[_at] != word)
            return false;
        _at++;
        return true;
    }

    private Condition? Wrong(string what)
    {
        _wrong ??= what;
        return null;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var from = i;
            if (text[i] == ' ')
            {
                i++;
                continue;
            }
            if (char.IsAsciiLetterOrDigit(text[i]))
                while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '-'))
                    i++;
            else
                i += text[i] == '!' && i + 1 < text.Length && text[i + 1] == '=' ? 2 : 1;
            words.Add(text[from..i]);
        }
        return words;
    }
}
