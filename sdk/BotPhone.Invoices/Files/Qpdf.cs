using System.Diagnostics;
using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>Takes the encryption off PDFs with the program <c>qpdf</c>: what a library writes of an encrypted file, readers complain about.</summary>
/// <param name="program">Its name, or its path.</param>
internal sealed class Qpdf(string program)
{
    private const int Success = 0;
    private const int NotEncrypted = 2;
    private const int SuccessWithWarnings = 3;

    /// <exception cref="OperatorException">Another password, no PDF, or no <c>qpdf</c> on this machine.</exception>
    public async Task<DownloadedFile> DecryptAsync(DownloadedFile pdf, string password, CancellationToken cancellation)
    {
        PdfText.CheckBytes(pdf.Path);
        if ((await RunAsync(["--is-encrypted", pdf.Path], "", cancellation)).ExitCode == NotEncrypted) return pdf;

        var path = Path.Combine(Path.GetDirectoryName(pdf.Path)!, $"{Guid.NewGuid():N}.pdf");
        // The password goes by the standard input: a command line is everyone's to read.
        var (exitCode, error) = await RunAsync(["--password-file=-", "--decrypt", pdf.Path, path], password, cancellation);
        return exitCode switch
        {
            Success or SuccessWithWarnings => pdf with { Path = path },
            _ when error.Contains("invalid password", StringComparison.Ordinal) => throw new OperatorException(ErrorCode.ProtectedFile),
            _ => throw new OperatorException(ErrorCode.NotPdf, "o PDF protegido não abre", new InvalidDataException(error)),
        };
    }

    private async Task<(int ExitCode, string Error)> RunAsync(IEnumerable<string> arguments, string input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        try
        {
            await process.StandardInput.WriteLineAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = await process.StandardError.ReadToEndAsync(cancellation);
            await output;
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, error);
        }
        catch (IOException exception)
        {
            throw new OperatorException(ErrorCode.NotPdf, "o PDF protegido não abre", exception);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new OperatorException(
                ErrorCode.ProtectedFile, $"o PDF está protegido, e o programa '{start.FileName}', que o abriria, não está nesta máquina", exception);
        }
    }
}
