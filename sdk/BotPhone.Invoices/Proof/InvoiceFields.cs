namespace BotPhone.Invoices;

/// <summary>What an invoice says of itself. What could not be read, or not without doubt, is null.</summary>
/// <param name="DueDate">When it is due.</param>
/// <param name="Amount">What is to be paid, in reais.</param>
/// <param name="Month">The first day of the month that is billed.</param>
/// <param name="Account">The account, line or contract, as it was asked for.</param>
/// <param name="Cnpj">The client's, 14 characters.</param>
/// <param name="Line">The digitable line, 47 or 48 digits.</param>
/// <param name="Barcode">The 44 digits of the bars.</param>
/// <param name="TaxNote">The number of the tax note (nota fiscal, NFCom) as it is printed, digits only.</param>
/// <param name="AccessKey">The 44 digits of the NFCom's access key, with the right check digit.</param>
public sealed record InvoiceFields(
    DateOnly? DueDate, decimal? Amount, DateOnly? Month, string? Account, string? Cnpj, string? Line, string? Barcode, string? TaxNote = null, string? AccessKey = null)
{
    /// <summary>Of a file without text.</summary>
    public static InvoiceFields Unread { get; } = new(null, null, null, null, null, null, null);
}
