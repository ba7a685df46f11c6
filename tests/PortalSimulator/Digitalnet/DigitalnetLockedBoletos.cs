using System.Collections.Concurrent;
using BotPhone.PortalSimulator.Pdf;

namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>The boletos as they are handed out: encrypted, each in the way of the system that once printed it.</summary>
internal sealed class DigitalnetLockedBoletos
{
    private static readonly PdfCipher[] Ciphers = Enum.GetValues<PdfCipher>();
    private readonly ConcurrentDictionary<(string Code, string Password), Task<byte[]>> _made = new();

    public async Task<ReadOnlyMemory<byte>> OfAsync(SimulatedInvoice invoice, string password) =>
        await _made.GetOrAdd((invoice.Code, password), _ => EncryptedPdf.MakeAsync(invoice.Pdf, password, Ciphers[invoice.DueDate.DayNumber % Ciphers.Length]));
}
