using PdfSharp.Fonts;

namespace SupportBot.Console;

/// <summary>The letters of a certificate, which lie in this program: Arimo, for Latin, Greek and Cyrillic with all their marks.</summary>
internal sealed class CertificateFonts : IFontResolver
{
    public const string Family = "Arimo";
    private const string Regular = "Arimo-Regular.ttf", Bold = "Arimo-Bold.ttf";

    public FontResolverInfo? ResolveTypeface(string familyName, bool bold, bool italic) => new(bold ? Bold : Regular);

    public byte[]? GetFont(string faceName)
    {
        using var file = typeof(CertificateFonts).Assembly.GetManifestResourceStream(faceName) ?? throw new InvalidOperationException($"The font {faceName} is not in the program.");
        using var whole = new MemoryStream();
        file.CopyTo(whole);
        return whole.ToArray();
    }
}
