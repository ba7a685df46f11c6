using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace BotPhone.PortalSimulator.Pdf;

/// <summary>How a PDF is encrypted; portals use them all, the old ones too.</summary>
internal enum PdfCipher
{
    Aes256,
    Aes128,
    Rc4,
}

/// <summary>Encrypts a PDF with a password, by <c>qpdf</c>.</summary>
internal static class EncryptedPdf
{
    /// <param name="pdf">What is encrypted.</param>
    /// <param name="password">Opens it.</param>
    /// <param name="cipher">How.</param>
    public static async Task<byte[]> MakeAsync(ReadOnlyMemory<byte> pdf, string password, PdfCipher cipher)
    {
        var plain = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(plain, pdf);
            return await RunAsync(plain, password, cipher);
        }
        finally
        {
            File.Delete(plain);
        }
    }

    private static async Task<byte[]> RunAsync(string plain, string password, PdfCipher cipher)
    {
        using var qpdf = Start(["--allow-weak-crypto", "--encrypt", password, RandomNumberGenerator.GetHexString(20), .. Arguments(cipher), "--", plain, "-"]);
        using var encrypted = new MemoryStream();
        var fault = qpdf.StandardError.ReadToEndAsync();
        await qpdf.StandardOutput.BaseStream.CopyToAsync(encrypted);
        await qpdf.WaitForExitAsync();
        return qpdf.ExitCode == 0 ? encrypted.ToArray() : throw new InvalidOperationException($"qpdf failed: {await fault}");
    }

    private static Process Start(IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("qpdf", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("qpdf is needed to encrypt the portal's PDFs.", missing);
        }
    }

    private static string[] Arguments(PdfCipher cipher) => cipher switch
    {
        PdfCipher.Aes256 => ["256"],
        PdfCipher.Aes128 => ["128", "--use-aes=y"],
        _ => ["128", "--use-aes=n"],
    };
}
