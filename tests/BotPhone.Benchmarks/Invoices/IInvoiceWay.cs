using BotPhone.PortalSimulator;

namespace BotPhone.Benchmarks;

/// <summary>A way to fetch invoices, five at a time.</summary>
internal interface IInvoiceWay : IAsyncDisposable
{
    const int AtATime = 5;

    /// <summary>In Portuguese.</summary>
    string Name { get; }

    /// <summary>Fetches invoices.</summary>
    /// <exception cref="InvalidOperationException">One is not the right one, or did not come.</exception>
    Task FetchAsync(IReadOnlyList<SimulatedCase> wanted);
}
