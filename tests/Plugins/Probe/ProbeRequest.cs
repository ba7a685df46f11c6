using BotPhone.Sdk;

namespace Probe;

/// <summary>One field of every kind, after those of a usual request.</summary>
public sealed record ProbeRequest : InvoiceRequest
{
    [PayloadField("data_vencimento", "Vencimento que a fatura traz")]
    public DateOnly? DueDate { get; init; }

    [PayloadField("nome_arquivo", "Nome de um arquivo guardado")]
    public StorageKey? File { get; init; }

    /// <summary>Stands in the PDF, too.</summary>
    [PayloadField("apelido", "Texto opcional")]
    public string? Nickname { get; init; }
}

public sealed record ProbeSettings
{
    /// <summary>A file to which every run appends its filter; none when empty.</summary>
    public required string Effects { get; init; }

    /// <summary>How long a gate is waited for.</summary>
    public TimeSpan Patience { get; init; }

    public bool Verbose { get; init; }

    public IReadOnlyList<string> Names { get; init; } = [];
}
