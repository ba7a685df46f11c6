using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>Where an invoice was read.</summary>
/// <param name="Service">The service that lists it.</param>
/// <param name="Row">Its row there.</param>
/// <param name="Account">Its account, also when it was asked for by a line.</param>
internal sealed record VivoInvoice(IVivoService Service, TableRow Row, string Account)
{
    public Task<VerifiedInvoice> FetchAsync(JobContext job, ExpectedInvoice expected) => Service.FetchAsync(job, expected, Row);

    /// <summary>Reads a row. What it is compared by is its account, or its line when that is what was asked for.</summary>
    public static ListedInvoice<VivoInvoice> Read(IVivoService service, TableRow row, VivoColumns columns, InvoiceRequest request)
    {
        var (account, cnpj, dueDate, isOpen, _) = columns.Invoice.Read(row, request);
        var line = row[columns.Line];
        var isByLine = InvoiceSelection.Normalize(line) == InvoiceSelection.Normalize(request.Filter);
        return new(isByLine ? line : account, cnpj, dueDate, isOpen, new VivoInvoice(service, row, account));
    }
}
