using BotPhone.Sdk;

namespace BotPhone.Invoices;

/// <summary>What one attempt has proven or opened, known again by identity.</summary>
internal sealed class AttemptProofs
{
    private readonly Lock _lock = new();
    private readonly List<ProvenInvoice> _invoices = [];
    private readonly List<StoredFile> _files = [];

    public VerifiedInvoice Add(ProvenInvoice proven)
    {
        lock (_lock) _invoices.Add(proven);
        return proven.Verified;
    }

    /// <summary>The stored files that the attempt has opened.</summary>
    public IReadOnlyList<StoredFile> Files
    {
        get
        {
            lock (_lock) return [.. _files];
        }
    }

    public StoredFile Add(StoredFile file)
    {
        lock (_lock) _files.Add(file);
        return file;
    }

    /// <summary>Only what the attempt itself has proven or opened counts: an operator cannot make up a success.</summary>
    /// <param name="result">What the operator returned.</param>
    /// <param name="registers">Whether it registers stored files instead of fetching invoices.</param>
    public bool Hold(OperatorResult? result, bool registers) => registers ? Registered(result) is not null : Invoice(result) is not null;

    public ProvenInvoice? Invoice(OperatorResult? result)
    {
        lock (_lock) return result?.Invoice is { } invoice ? _invoices.Find(one => ReferenceEquals(one.Verified, invoice)) : null;
    }

    public StoredFile? Registered(OperatorResult? result)
    {
        lock (_lock) return result?.Registered is { } registered ? _files.Find(one => ReferenceEquals(one, registered)) : null;
    }
}
