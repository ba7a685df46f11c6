using System.Globalization;
using BotPhone.Invoices;

namespace BotPhone.Sdk.Testing;

/// <summary>What came of one attempt.</summary>
public sealed record OperatorRun
{
    /// <summary>Whether the operator brought back what it has proven or registered.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>Why it failed; <see langword="null"/> when it succeeded. What an operator's own fault was is its <see cref="Exception.InnerException"/>.</summary>
    public OperatorException? Failure { get; init; }

    /// <summary>The code of <see cref="Failure"/>.</summary>
    public ErrorCode? Code => Failure?.Code;

    /// <summary>The message of <see cref="Failure"/> as clients would read it, with secrets blanked.</summary>
    public string? Error { get; init; }

    /// <summary>The proven invoice. Its file is gone: its content is <see cref="Document"/>.</summary>
    public VerifiedInvoice? Invoice { get; init; }

    /// <summary>The registered file.</summary>
    public StoredFile? Registered { get; init; }

    /// <summary>The content of the invoice or of the registered file; empty when it failed.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>What was read from the invoice.</summary>
    public InvoiceFields? Fields { get; init; }

    /// <summary>What could not be checked in the invoice, in Portuguese, or <see langword="null"/>.</summary>
    public string? Note { get; init; }

    /// <summary>What the operator said that it was doing, in order.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>How far the operator said it was, 0 to 100.</summary>
    public int Progress { get; init; }

    /// <summary>The whole log, every call to the portal included, with secrets blanked.</summary>
    public IReadOnlyList<RunLine> Log { get; init; } = [];

    /// <summary>The job's marks, those of earlier attempts included.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>What the page was like when it failed; <see langword="null"/> when it succeeded or no page was open.</summary>
    public PageEvidence? Evidence { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The end and the log, for the message of an assertion or the console.</summary>
    public override string ToString() => string.Join(
        Environment.NewLine, [string.Create(CultureInfo.InvariantCulture, $"{End} ({Duration.TotalSeconds:0.0} s)"), .. Log.Select(line => line.ToString())]);

    private string End => (Failure, Invoice?.Expected) switch
    {
        ({ } failure, _) => $"FAILED {failure.Code}: {Error}",
        (_, { } proven) => $"COMPLETED: {proven.Account}, {proven.DueDate.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}",
        _ => $"COMPLETED: {Registered?.Key}",
    };
}
