using System.Runtime.Intrinsics;

namespace SupportBot.Understanding;

/// <summary>The symbols of one word, or those that lead on from a place in the patterns. Asking for one that it has not, which is nearly always the answer, is one look at a bit.</summary>
internal sealed class SymbolSet
{
    private const int Bits = 512;
    private readonly Vector512<ulong> _bits;

    /// <param name="inOrder">Rising.</param>
    public SymbolSet(int[] inOrder)
    {
        InOrder = inOrder;
        Span<ulong> bits = stackalloc ulong[Bits / 64];
        foreach (var symbol in inOrder) bits[symbol % Bits / 64] |= 1ul << symbol;
        _bits = Vector512.Create<ulong>(bits);
    }

    /// <summary>Of a word that no pattern has.</summary>
    public static SymbolSet None { get; } = new([]);

    /// <summary>Rising.</summary>
    public int[] InOrder { get; }

    // Two symbols may share a bit.
    public bool Has(int symbol) => (_bits[symbol % Bits / 64] & 1ul << symbol) != 0 && Array.BinarySearch(InOrder, symbol) >= 0;

    /// <summary>False where the two have no symbol in common; where true, they may have one.</summary>
    public bool MayMeet(SymbolSet other) => (_bits & other._bits) != Vector512<ulong>.Zero;
}
