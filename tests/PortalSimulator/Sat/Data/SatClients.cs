using BotPhone.PortalSimulator.Billing;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>Made-up companies with their branches, and who signs in to see them.</summary>
internal static class SatClients
{
    private static readonly string[] Names =
    [
        "Alvorada", "Bandeirantes", "Cerejeira", "Diamantina", "Estrela d'Oeste", "Figueira", "Garças", "Horizonte", "Ipê & Cedro", "Jacarandá", "Jequitibá",
        "Laranjeiras", "Mangabeira", "Nogueira", "Oliveira", "Paineira", "Quaresmeira", "Roseira", "Sucupira", "Tamareira", "Umbuzeiro", "Videira",
    ];

    public static readonly SatClient Padaria = new(
        101, new("11222333000181", "Padaria São João & Filhos Ltda."), "Matriz", "Campo Grande -MS / 2", "Campo Grande -MS / 3", "Campo Grande-MS", "Campo Grande-MT");

    public static readonly SatClient Comercio = new(102, new("12345678000195", "Comércio D'Ávila e Irmãos Ltda."), "Matriz", "Unidade D'Ávila & Irmãos", "São Luís (MA)");
    public static readonly SatClient Acougue = new(103, new("12ABC34501DE35", "Açougue D'Ouro & Cia. Ltda."), "Matriz", "Filial 01");

    /// <summary>One name, two companies.</summary>
    public static readonly SatClient Oticas = new(104, new("44555666000181", "Óticas Três Irmãs Ltda."), "Matriz");
    public static readonly SatClient OticasNorte = new(105, new(WithDigits("445556660002"), "Óticas Três Irmãs Ltda."), "Matriz");

    /// <summary>Names of which one holds the other.</summary>
    public static readonly SatClient Grafica = new(106, new("A1B2C3D4000193", "Gráfica Conceição Ltda."), "Matriz");
    public static readonly SatClient GraficaIrmaos = new(107, new(WithDigits("A1B2C3D40002"), "Gráfica Conceição & Irmãos Ltda."), "Matriz");

    /// <summary>One company that somebody entered twice.</summary>
    public static readonly SatClient Transportes = new(108, new("90X12Y34000112", "Transportes Além-Mar Ltda."), "Matriz");
    public static readonly SatClient TransportesAgain = new(109, Transportes.Company, "Matriz");

    public static readonly SatClient Mercado = new(110, new(WithDigits("556667770001"), "Mercado 100% Natural Ltda."), "Matriz");
    public static readonly SatClient MercadoPlain = new(111, new(WithDigits("556667780001"), "Mercado 1000 Frutas Natural Ltda."), "Matriz");

    /// <summary>The last of many names that begin alike; nothing was ever registered for it.</summary>
    public static readonly SatClient Zenite = new(199, new(WithDigits("667778880001"), "Comercial Zênite Ltda."), "Matriz", "Filial 01");

    public static readonly SimulatedLogin Alfa = Login("robo.alfa", "S3nh@-Sat&1%ç", "Robô Alfa", client => client != Acougue);
    public static readonly SimulatedLogin Beta = Login("robo.beta", "Ção%20+Beta#&2", "Otávio D'Ouro", client => client == Acougue || client == Oticas);
    public static readonly SimulatedLogin Gama = Login("robo.gama", "Gñ=3%&\"aspas'<i>", "Inês Além-Mar", client => client == Grafica);

    public static IEnumerable<SatClient> All =>
        [Padaria, Comercio, Acougue, Oticas, OticasNorte, Grafica, GraficaIrmaos, Transportes, TransportesAgain, Mercado, MercadoPlain, .. Many(), Zenite];

    public static IReadOnlyList<SimulatedLogin> Logins => [Alfa, Beta, Gama];

    /// <summary>In the order of their names, as the portal lists them.</summary>
    public static IReadOnlyList<SatClient> Of(SimulatedLogin login) => [.. All.Where(client => login.Holds(client.Company)).OrderBy(client => client.Company.Name, StringComparer.Ordinal)];

    public static SatClient? Find(SimulatedLogin login, int number) => Of(login).FirstOrDefault(client => client.Number == number);

    private static IEnumerable<SatClient> Many() => Names.Select((name, i) => new SatClient(120 + i, new(WithDigits($"77{i:000}999{1:0000}"), $"Comercial {name} Ltda."), "Matriz"));

    private static SimulatedLogin Login(string user, string password, string name, Predicate<SatClient> sees) =>
        new("SAT", user, password, name, [.. All.Where(client => sees(client)).Select(client => client.Company).Distinct()]);

    private static string WithDigits(string twelve)
    {
        var thirteen = twelve + Digit(twelve);
        return thirteen + Digit(thirteen);
    }

    private static int Digit(string characters) => CheckDigit.Modulo11(characters) is var digit && digit > 9 ? 0 : digit;
}
