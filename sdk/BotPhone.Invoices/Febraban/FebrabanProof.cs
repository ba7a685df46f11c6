using BotPhone.Sdk;

namespace BotPhone.Invoices.Febraban;

/// <summary>Decides, as <see cref="InvoiceProof"/> does of a PDF, whether a FEBRABAN file is the invoice that was asked for, and reads its fields.</summary>
internal static class FebrabanProof
{
    /// <exception cref="OperatorException">The file is damaged, or another invoice.</exception>
    public static ProvenInvoice Prove(string path, ExpectedInvoice expected)
    {
        var file = FebrabanFile.Read(path, expected.Account);
        var isClients = Cnpj.TryParse(file.Header.ClientCnpj, out var cnpj) && cnpj == expected.Cnpj;
        if (!isClients && !file.NamesAccount) throw FebrabanFault.Wrong($"não traz o CNPJ {expected.Cnpj} nem a conta {expected.Account}");
        if (file.Header.DueDate != expected.DueDate)
            throw FebrabanFault.Wrong($"traz o vencimento {file.Header.DueDate:dd/MM/yyyy}, e o portal mostrou {expected.DueDate:dd/MM/yyyy}");

        var verified = new VerifiedInvoice(expected, path, new FileInfo(path).Length, FileHash.Of(path));
        return new ProvenInvoice(verified, Fields(file, expected, isClients), file.SumFault, IsText: true);
    }

    private static InvoiceFields Fields(FebrabanFile file, ExpectedInvoice expected, bool isClients)
    {
        var barcode = Bars(file.Header.Barcode);
        // The bars and the total must not contradict each other.
        var agrees = (barcode?.Amount ?? file.Trailer.Total) == file.Trailer.Total && (barcode?.DueDate ?? expected.DueDate) == expected.DueDate;
        return new InvoiceFields(
            expected.DueDate,
            agrees && file.SumFault is null ? file.Trailer.Total : null,
            InvoiceReader.IsPlausible(file.Header.Month, expected.DueDate) ? file.Header.Month : null,
            file.NamesAccount ? InvoiceSelection.Normalize(expected.Account) : null,
            isClients ? expected.Cnpj.Value : null,
            agrees ? barcode?.Line : null,
            agrees ? barcode?.Code : null,
            file.TaxNote);
    }

    // Carriers put the bars there, or the digitable line.
    private static Barcode? Bars(string field) => Barcode.TryParse(field, out var line) || Barcode.TryParseCode(field, out line) ? line : null;
}
