using System.Globalization;
using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Annotations;
using PdfSharp.UniversalAccessibility;
using PdfSharp.UniversalAccessibility.Drawing;
using QRCoder;

namespace SupportBot.Console;

/// <summary>
/// A certificate as a tagged PDF: title, language, headings, paragraphs and a link in the order in which they are read, the square code with words in its place,
/// and what is only ornament marked as such. A screen reader reads it as a page is read.
/// </summary>
public static class CertificateFile
{
    public const string MediaType = "application/pdf";

    // US Letter, lying; in points.
    private const double Width = 792, Height = 612, Margin = 72, TextWidth = Width - (2 * Margin);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly XPdfFontOptions Embedded = new(PdfFontEncoding.Unicode);
    private static readonly XBrush Ink = new XSolidBrush(XColor.FromArgb(0x24, 0x24, 0x24)), Brand = new XSolidBrush(XColor.FromArgb(0x3d, 0x3f, 0x8f));

    static CertificateFile() => GlobalFontSettings.FontResolver ??= new CertificateFonts();

    public static byte[] Of(Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var document = new PdfDocument();
        document.Info.Title = $"Certificate of completion: {certificate.CourseTitle}";
        document.Info.Author = certificate.Issuer;
        var accessible = UAManager.ForDocument(document);
        accessible.SetDocumentLanguage("en-US");
        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Width), XUnit.FromPoint(Height));
        using (var canvas = XGraphics.FromPdfPage(page)) new Sheet(canvas, accessible.StructureBuilder).Draw(certificate);
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    /// <summary><c>2 hours</c>, <c>1.5 hours, 1.5 PDU</c>.</summary>
    public static string Length(int minutes, decimal units)
    {
        var hours = Math.Round(minutes / 60m, 2);
        var said = hours == 1 ? "1 hour" : $"{hours.ToString("0.##", English)} hours";
        return units > 0 ? $"{said}, {units.ToString("0.##", English)} PDU" : said;
    }

    private static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", English);

    private static XFont Font(double size, bool bold = false) => new(CertificateFonts.Family, size, bold ? XFontStyleEx.Bold : XFontStyleEx.Regular, Embedded);

    private sealed class Sheet(XGraphics canvas, StructureBuilder tags)
    {
        private double _y = 96;

        public void Draw(Certificate c)
        {
            tags.BeginArtifact();
            canvas.DrawRectangle(new XPen(XColor.FromArgb(0x4f, 0x52, 0xb2), 3), 30, 30, Width - 60, Height - 60);
            tags.End();
            Text(PdfBlockLevelElementTag.Paragraph, c.Issuer, Font(14), Ink, after: 18);
            Text(PdfBlockLevelElementTag.Heading1, "Certificate of completion", Font(32, bold: true), Brand, after: 26);
            Text(PdfBlockLevelElementTag.Paragraph, c.Holder, Font(26, bold: true), Ink, after: 12);
            Text(PdfBlockLevelElementTag.Paragraph, "has completed", Font(14), Ink, after: 12);
            Text(PdfBlockLevelElementTag.Heading2, c.CourseTitle, Font(20, bold: true), Ink, after: 10);
            Text(PdfBlockLevelElementTag.Paragraph, $"{c.CourseCode}, {Length(c.Minutes, c.Units)}, on {Day(c.On)}", Font(14), Ink, after: 8);
            Text(PdfBlockLevelElementTag.Paragraph, c.Until is { } until ? $"It counts until {Day(until)}." : "It does not expire.", Font(14), Ink, after: 0);
            Foot(c);
        }

        // Centred, broken between words where it is wider than the page.
        private void Text(PdfBlockLevelElementTag tag, string text, XFont font, XBrush brush, double after)
        {
            tags.BeginElement(tag);
            foreach (var line in Lines(text, font))
            {
                canvas.DrawString(line, font, brush, new XRect(Margin, _y, TextWidth, font.GetHeight()), XStringFormats.TopCenter);
                _y += font.GetHeight();
            }

            tags.End();
            _y += after;
        }

        private void Foot(Certificate c)
        {
            const double Square = 84, Left = Margin, Top = Height - 66 - Square;
            var at = c.VerifyAt.AbsoluteUri;
            tags.BeginElement(PdfIllustrationElementTag.Figure, $"Square code that opens the page where this certificate is verified: {at}", new XRect(Left, Top, Square, Square));
            Code(at, Left, Top, Square);
            tags.End();
            var (x, small) = (Left + Square + 16, Font(11));
            tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
            canvas.DrawString($"Serial number {c.Serial}", Font(12, bold: true), Ink, x, Top + 26);
            tags.End();
            tags.BeginElement(PdfBlockLevelElementTag.Paragraph);
            canvas.DrawString("Whether it is valid says this page:", small, Ink, x, Top + 46);
            tags.End();
            var width = canvas.MeasureString(at, small).Width;
            var spot = new PdfRectangle(canvas.Transformer.WorldToDefaultPage(new XRect(x, Top + 52, width, small.GetHeight())));
            canvas.DrawLink(at, small, Brand, x, Top + 62, PdfLinkAnnotation.CreateWebLink(spot, at), "Verify this certificate");
        }

        private void Code(string text, double left, double top, double side)
        {
            using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
            var dots = code.ModuleMatrix;
            var dot = side / dots.Count;
            for (var row = 0; row < dots.Count; row++)
                for (var column = 0; column < dots.Count; column++)
                    if (dots[row][column]) canvas.DrawRectangle(XBrushes.Black, left + (column * dot), top + (row * dot), dot, dot);
        }

        private IEnumerable<string> Lines(string text, XFont font)
        {
            var line = "";
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var longer = line.Length == 0 ? word : $"{line} {word}";
                if (line.Length > 0 && canvas.MeasureString(longer, font).Width > TextWidth)
                {
                    yield return line;
                    longer = word;
                }

                line = longer;
            }

            yield return line;
        }
    }
}
