using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>A file that was checked.</summary>
/// <param name="Verified">The operator's own token of it.</param>
/// <param name="Fields">What was read from its text.</param>
/// <param name="Note">What could not be checked, in Portuguese, or null.</param>
/// <param name="IsText">Whether it is a text file, not a PDF.</param>
internal sealed record ProvenInvoice(VerifiedInvoice Verified, InvoiceFields Fields, string? Note, bool IsText = false)
{
    private const string TextExtension = ".txt";

    /// <summary>A key with the extension of what the file is.</summary>
    public StorageKey Named(StorageKey key) => IsText ? StorageKey.Parse(Path.ChangeExtension(key.Value, TextExtension)) : key;

    /// <summary>This file, with what another one of the same invoice says besides. What the two do not agree on is unread.</summary>
    public ProvenInvoice With(ProvenInvoice other)
    {
        var (one, two) = (Fields, other.Fields);
        var note = string.Join("; ", new[] { Note, other.Note }.OfType<string>());
        return this with
        {
            Note = note.Length > 0 ? note : null,
            Fields = new InvoiceFields(
                Both(one.DueDate, two.DueDate), Both(one.Amount, two.Amount), Both(one.Month, two.Month), Both(one.Account, two.Account), Both(one.Cnpj, two.Cnpj),
                Both(one.Line, two.Line), Both(one.Barcode, two.Barcode), BothNumbers(one.TaxNote, two.TaxNote), Both(one.AccessKey, two.AccessKey)),
        };
    }

    private static T? Both<T>(T? one, T? two) => one is null ? two : two is null || one.Equals(two) ? one : default;

    // One may be written with zeros before it.
    private static string? BothNumbers(string? one, string? two) => one is not null && one.TrimStart('0') == two?.TrimStart('0') ? one : Both(one, two);
}
