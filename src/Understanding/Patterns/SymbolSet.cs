namespace SupportBot.Understanding;

/// <summary>The symbols of one word. Asking for one that it has not, which is nearly always the answer, is one look at a bit.</summary>
internal sealed class SymbolSet
{
    private const int Bits = 512;
    private readonly ulong[] _bits = new ulong[Bits / 64];

    /// <param name="inOrder">Rising.</param>
    public SymbolSet(int[] inOrder)
    {
        InOrder = inOrder;
        foreach (var symbol in inOrder) _bits[symbol % Bits / 64] |= 1ul << symbol;
    }

    /// <summary>Of a word that no pattern has.</summary>
    public static SymbolSet None { get; } = new([]);

    /// <summary>Rising.</summary>
    public int[] InOrder { get; }

    // Two symbols may share a bit.
    public bool Has(int symbol) => (_bits[symbol % Bits / 64] & 1ul << symbol) != 0 && Array.BinarySearch(InOrder, symbol) >= 0;
}
