using static BotPhone.PortalSimulator.Sat.SatClients;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>The SAT portal's data, and by name the cases that are special in it. All of it is fixed and made up.</summary>
public static class SatData
{
    private const string NoClient = "SAT_CLIENTE_NAO_ENCONTRADO";
    private const string NoBranch = "SAT_UNIDADE_NAO_ENCONTRADA";

    public static IReadOnlyList<SimulatedLogin> Logins => SatClients.Logins;

    /// <summary>Its file is registered for the months before, not for this one.</summary>
    public static SatCase Simple { get; } = Of(Padaria, "Padaria São João", "Campo Grande-MS");

    /// <summary>Differs by a blank and a number from the branch above.</summary>
    public static SatCase SimilarBranch { get; } = Of(Padaria, "padaria", "Campo Grande -MS / 2") with { DueDate = new(2026, 3, 10) };

    /// <summary>Differs by two blanks from a branch that exists.</summary>
    public static SatCase NearlyABranch { get; } = Of(Padaria, "padaria", "Campo Grande - MS") with { DueDate = new(2026, 4, 10), ExpectedCode = NoBranch };

    /// <summary>How four branches begin.</summary>
    public static SatCase PartOfABranch { get; } = Of(Padaria, "padaria", "Campo Grande") with { DueDate = new(2026, 5, 10), ExpectedCode = NoBranch };

    /// <summary>Everything that a page or an address might trip over.</summary>
    public static SatCase Characters { get; } = Of(Comercio, "D'Ávila e Irmãos", "Unidade D'Ávila & Irmãos") with
    {
        Data = "Ção \"D'Ávila\" & <b>7</b> 100% {1}",
        File = "faturas/oi/12345678000195/fatura março & abril.pdf",
        Service = "Internet & Móvel",
    };

    /// <summary>Two companies have this name.</summary>
    public static SatCase SameName { get; } = Of(OticasNorte, "Óticas", "Matriz");

    /// <summary>The name is part of another's.</summary>
    public static SatCase PartOfAName { get; } = Of(Grafica, "Gráfica Conceição", "Matriz");

    /// <summary>The search takes <c>%</c> for anything.</summary>
    public static SatCase Wildcard { get; } = Of(Mercado, "100% Natural", "Matriz");

    /// <summary>On page 5 of what the search finds; nothing is registered for it yet.</summary>
    public static SatCase OnPageFive { get; } = Of(Zenite, "Comercial", "Filial 01") with { DueDate = new(2025, 12, 31) };

    public static SatCase NobodyFound { get; } = Of(Padaria, "Quitanda Inexistente", "Matriz") with { ExpectedCode = NoClient };

    public static SatCase OtherCnpj { get; } = Of(Padaria, "Padaria São João", "Matriz") with { Cnpj = "12345678000195", ExpectedCode = NoClient };

    /// <summary>The name differs by a word.</summary>
    public static SatCase OtherName { get; } = Of(Comercio, "Comércio D'Ávila", "Matriz") with { Name = "Comércio D'Ávila & Irmãos Ltda.", ExpectedCode = NoClient };

    /// <summary>The company is there twice.</summary>
    public static SatCase Twice { get; } = Of(Transportes, "Além-Mar", "Matriz") with { ExpectedCode = NoClient };

    /// <summary>Registered long ago, on the last of 12 pages.</summary>
    public static SatCase Duplicate { get; } = Of(Padaria, "Padaria São João", "Campo Grande-MS") with
    {
        Data = "OI 2100345679 REF. 12/2024",
        DueDate = new(2024, 12, 10),
        File = "faturas/oi/11222333000181/oi_202412_2100345679.pdf",
        ExpectedCode = "SAT_DUPLICADA",
    };

    /// <summary>One digit of the data differs from a row that is there.</summary>
    public static SatCase NearlyADuplicate { get; } = Duplicate with { Data = "OI 2100345670 REF. 12/2024", ExpectedCode = null };

    private static SatCase Of(SatClient client, string filter, string branch) => new(
        client.Company.Cnpj, client.Company.Name, filter, branch, "OI 2100345678 REF. 02/2026", new(2026, 2, 10), $"faturas/oi/{client.Company.Cnpj}/oi_202602_2100345678.pdf");

    /// <summary>A company whose number has letters, which only this login sees.</summary>
    public static (SimulatedLogin Login, SatCase Case) Alphanumeric { get; } = (Beta, Of(Acougue, "Açougue D'Ouro", "Filial 01"));
}
