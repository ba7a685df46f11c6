namespace BotPhone.PortalSimulator.Sat;

/// <summary>What a job may ask of SAT, and what must come of it.</summary>
/// <param name="Cnpj">The payload's <c>cnpj</c>.</param>
/// <param name="Name">Its <c>razao</c>.</param>
/// <param name="Filter">Its <c>nome_filtro</c>.</param>
/// <param name="Branch">Its <c>unidade</c>.</param>
/// <param name="Data">Its <c>dados_sat</c>.</param>
/// <param name="DueDate">Its <c>data_vencimento</c>.</param>
/// <param name="File">Its <c>nome_arquivo</c>.</param>
/// <param name="ExpectedCode">The error, when the job must fail.</param>
public sealed record SatCase(string Cnpj, string Name, string Filter, string Branch, string Data, DateOnly DueDate, string File, string? ExpectedCode = null)
{
    /// <summary>The payload's <c>operadora</c>.</summary>
    public string Operator { get; init; } = "OI";

    /// <summary>The payload's <c>servico</c>.</summary>
    public string Service { get; init; } = "TELEFONIA";
}
