using System.Globalization;

namespace BotPhone.PortalSimulator.Vivo;

/// <summary>Made-up companies, and who signs in for them.</summary>
internal static class VivoClients
{
    private const int ManyClients = 40;

    public static readonly SimulatedClient Padaria = new("11222333000181", "Padaria São João & Filhos Ltda.");
    public static readonly SimulatedClient PadariaBranch = new(Cnpj.Complete("112223330002"), "Padaria São João & Filhos Ltda. – Filial");
    public static readonly SimulatedClient Comercio = new("12345678000195", "Comércio D'Ávila e Irmãos Ltda.");
    public static readonly SimulatedClient Construcoes = new("33444555000181", "Construções Araçá S.A.");
    public static readonly SimulatedClient Acougue = new("12ABC34501DE35", "Açougue D'Ouro & Cia. Ltda.");
    public static readonly SimulatedClient Oticas = new("44555666000181", "Óticas Três Irmãs Ltda.");
    public static readonly SimulatedClient Grafica = new("A1B2C3D4000193", "Gráfica Conceição & Irmãos Ltda.");
    public static readonly SimulatedClient Transportes = new("90X12Y34000112", "Transportes Além-Mar Ltda.");
    public static readonly SimulatedClient Mercado = new(Cnpj.Complete("778889990001"), "Mercado Irmãos Gonçalves Ltda.");

    /// <summary>So many companies that they do not fit on a page.</summary>
    public static readonly SimulatedLogin Aurora = new(
        "VIVO", "financeiro@aurora.example", "S3nh@-V1&2%ç", "Ana Conceição",
        [.. Others(0, 11), PadariaBranch, Padaria, .. Others(11, 20), Comercio, Construcoes, .. Others(20, ManyClients - 4)]);

    /// <summary>Signs in with a CPF.</summary>
    public static readonly SimulatedLogin Brisa = new("VIVO", "39053344705", "Ção%20+Brisa#&2", "Otávio D'Ouro", [Acougue, Oticas]);

    /// <summary>Is asked for a CPF besides.</summary>
    public static readonly SimulatedLogin Cume = new("VIVO", "contas@cume.example", "Gñ=3%&\"aspas'<i>", "Inês Além-Mar", [Grafica, Transportes]) { Cpf = "11144477735" };

    /// <summary>One company with one service: there is nothing to choose.</summary>
    public static readonly SimulatedLogin Duna = new("VIVO", "adm@duna.example", "D&na%2B/çá\\4", "João Gonçalves", [Mercado]);

    public static readonly IReadOnlyList<SimulatedLogin> Logins = [Aurora, Brisa, Cume, Duna];

    /// <summary>Its list comes empty the first time in each session.</summary>
    public static bool ComesEmptyAtFirst(SimulatedClient client) => client == Transportes;

    /// <summary>Companies that nobody asks for.</summary>
    private static IEnumerable<SimulatedClient> Others(int start, int end) =>
        from i in Enumerable.Range(start, end - start)
        let root = (20304050 + (i * 101)).ToString("00000000", CultureInfo.InvariantCulture)
        select new SimulatedClient(Cnpj.Complete(root + "0001"), $"Comércio & Serviços São Bento {i + 1:00} Ltda.");
}
