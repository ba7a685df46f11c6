using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>A service of a company, and where its invoices are.</summary>
internal interface IVivoService
{
    /// <summary>What the job's log says after the filter; empty for a company's only service.</summary>
    string Name { get; }

    /// <summary>All invoices of the service.</summary>
    Task<IReadOnlyList<ListedInvoice<VivoInvoice>>> ReadAsync();

    /// <summary>Downloads an invoice that was read before.</summary>
    Task<VerifiedInvoice> FetchAsync(JobContext job, ExpectedInvoice expected, TableRow row);
}
