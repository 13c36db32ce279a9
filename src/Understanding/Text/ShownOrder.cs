using System.Text;

namespace SupportBot.Understanding;

/// <summary>
/// The order in which the characters of a text are shown. A right-to-left override (U+202E) shows what follows backwards, so that <c>eid</c> is read as <c>die</c>: whoever
/// compares words must read what a person sees. Overrides, embeddings and isolates are followed as Unicode says (UAX 9); other characters are taken as running left to right.
/// </summary>
internal static class ShownOrder
{
    private const char ToTheLeft = '\u202e';
    private const char ToTheRight = '\u202d';
    private const char Closes = '\u202c';
    private const char ClosesIsolate = '\u2069';

    // Each level may turn what is in it once more: a limit keeps the time proportional to the text. Unicode's is 125; nobody nests by hand.
    private const int Deepest = 16;

    /// <summary>False for nearly every text: it is shown as it is typed.</summary>
    public static bool IsTurned(string text) => text.Contains(ToTheLeft, StringComparison.Ordinal);

    /// <summary>The same text as if nothing in it were turned; every character stays in its place.</summary>
    public static string AsTyped(string text) => text.Replace(ToTheLeft, ToTheRight);

    /// <summary>Where each character begins in the text, in the order in which they are shown; the signs that turn are left out.</summary>
    public static List<int> Of(string text)
    {
        var order = new List<int>(text.Length);
        var open = new Stack<Turn>();
        var beyond = 0;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case ToTheLeft or ToTheRight or '\u202a' or '\u202b' or '\u2066' or '\u2067' or '\u2068':
                    if (open.Count >= Deepest) beyond++;
                    else open.Push(new(order.Count, rune.Value == ToTheLeft, rune.Value >= '\u2066'));
                    break;
                case Closes:
                    if (beyond > 0) beyond--;
                    else if (open.TryPeek(out var last) && !last.IsIsolate) Close();
                    break;
                case ClosesIsolate:
                    if (beyond > 0) beyond--;
                    else if (open.Any(t => t.IsIsolate))
                        while (Close() is { IsIsolate: false }) { }
                    break;
                case '\n' or '\r' or '\u2029':
                    CloseAll();
                    order.Add(at);
                    break;
                default:
                    order.Add(at);
                    break;
            }

            at += rune.Utf16SequenceLength;
        }

        CloseAll();
        return order;

        // What runs other than what is around it is turned; what is around it may turn it back.
        Turn Close()
        {
            var turn = open.Pop();
            if (turn.IsLeft != (open.TryPeek(out var outer) && outer.IsLeft)) order.Reverse(turn.From, order.Count - turn.From);
            return turn;
        }

        void CloseAll()
        {
            while (open.Count > 0) Close();
            beyond = 0;
        }
    }

    /// <summary>The character that begins there; the replacement character for half of one.</summary>
    public static Rune At(string text, int at) => Rune.TryGetRuneAt(text, at, out var rune) ? rune : Rune.ReplacementChar;

    /// <param name="From">How many characters were in order when it began.</param>
    private readonly record struct Turn(int From, bool IsLeft, bool IsIsolate);
}
