namespace BotPhone.PortalSimulator.Oi;

/// <summary>Made-up companies, and who signs in for them.</summary>
internal static class OiClients
{
    public static readonly SimulatedClient Padaria = new("11222333000181", "Padaria São João & Filhos Ltda.");
    public static readonly SimulatedClient Comercio = new("12345678000195", "Comércio D'Ávila e Irmãos Ltda.");
    public static readonly SimulatedClient Construcoes = new("33444555000181", "Construções Araçá S.A.");
    public static readonly SimulatedClient Acougue = new("12ABC34501DE35", "Açougue D'Ouro & Cia. Ltda.");
    public static readonly SimulatedClient Oticas = new("44555666000181", "Óticas Três Irmãs Ltda.");
    public static readonly SimulatedClient Grafica = new("A1B2C3D4000193", "Gráfica Conceição & Irmãos Ltda.");
    public static readonly SimulatedClient Transportes = new("90X12Y34000112", "Transportes Além-Mar Ltda.");

    /// <summary>Its check digits are wrong.</summary>
    public static readonly SimulatedClient Exemplo = new("12345678000190", "Empresa Exemplo Ltda.");

    public static readonly SimulatedLogin Alfa = new("OI", "financeiro@alfa.example", "S3nh@-Oi&1%ç", "Ana Conceição", [Padaria, Comercio, Construcoes]);
    public static readonly SimulatedLogin Beta = new("OI", "compras@beta.example", "Ção%20+Beta#&2", "Otávio D'Ouro", [Acougue, Oticas]);
    public static readonly SimulatedLogin Gama = new("OI", "contas@gama.example", "Gñ=3%&\"aspas'<i>", "Inês Além-Mar", [Grafica, Transportes]);
    public static readonly SimulatedLogin Documented = new("OI", "usuario@empresa.com.br", "senha123", "Usuário de Exemplo", [Exemplo]);

    public static readonly IReadOnlyList<SimulatedLogin> Logins = [Alfa, Beta, Gama, Documented];
}
