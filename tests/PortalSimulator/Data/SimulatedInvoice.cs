using System.Security.Cryptography;
using BotPhone.PortalSimulator.Billing;
using BotPhone.PortalSimulator.Pdf;

namespace BotPhone.PortalSimulator;

/// <summary>A made-up invoice. Its PDF is drawn when first asked for, and is the same at every start.</summary>
public sealed class SimulatedInvoice
{
    private static readonly DateOnly FirstMonthOfNfcom = new(2025, 11, 1);
    private readonly Lazy<byte[]> _pdf;

    internal SimulatedInvoice() => _pdf = new(() => InvoicePdf.Draw(this));

    public required string Portal { get; init; }

    /// <summary>The company that sends it, as printed.</summary>
    public required string Issuer { get; init; }

    /// <summary>What the portal calls the document; it ends the address of its PDF.</summary>
    public required string Code { get; init; }

    public required SimulatedClient Client { get; init; }

    /// <summary>The account, without punctuation.</summary>
    public required string Account { get; init; }

    /// <summary>The account as the portal and the PDF write it.</summary>
    public required string ShownAccount { get; init; }

    /// <summary>The first day of the month that is billed.</summary>
    public required DateOnly Month { get; init; }

    public required DateOnly DueDate { get; init; }

    public required decimal Amount { get; init; }

    public required InvoiceStatus Status { get; init; }

    /// <summary>The digitable line that is printed: 47 digits (boleto) or 48 (arrecadação).</summary>
    public required string Line { get; init; }

    /// <summary>False when the PDF is a drawing, from which no text can be read.</summary>
    public required bool HasText { get; init; }

    /// <summary>The portal does not hand out its file at once: a second copy must be asked for.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The number of its tax note, 9 digits, whether or not its PDF shows it.</summary>
    public string TaxNote => Nfcom.Number(Code);

    /// <summary>The access key of its tax note, 44 digits.</summary>
    public string AccessKey => Nfcom.Key(Code, Issuer, Month);

    /// <summary>Whether its tax note must be an NFCom, with its number and key on the invoice.</summary>
    public bool IsNfcom => Month >= FirstMonthOfNfcom;

    public ReadOnlyMemory<byte> Pdf => _pdf.Value;

    /// <summary>In lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(_pdf.Value));
}
