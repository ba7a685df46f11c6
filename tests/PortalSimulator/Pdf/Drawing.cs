using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>A page that looks scanned: lines in the place of words, nothing to read.</summary>
internal static class Drawing
{
    public static void Draw(PdfPageBuilder page, int seed)
    {
        page.SetStrokeColor(90, 90, 90);
        page.DrawRectangle(new PdfPoint(48, 640), 499, 150);
        for (var row = 0; row < 30; row++)
        {
            for (var word = 0; word < 6; word++)
            {
                var x = 60 + (word * 78) + (row * 7 % 13);
                page.DrawLine(new PdfPoint(x, 620 - (row * 18)), new PdfPoint(x + 38 + (row * word * seed % 24), 620 - (row * 18)), 3);
            }
        }
    }
}
