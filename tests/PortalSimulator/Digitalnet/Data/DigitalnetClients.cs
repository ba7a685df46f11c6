namespace BotPhone.PortalSimulator.Digitalnet;

/// <summary>Made-up companies, and who signs in for them: a user's name is the CNPJ of the company that holds the contracts.</summary>
internal static class DigitalnetClients
{
    public static readonly SimulatedClient Padaria = new("11222333000181", "Padaria São João & Filhos Ltda.");
    public static readonly SimulatedClient Comercio = new("12345678000195", "Comércio D'Ávila e Irmãos Ltda.");
    public static readonly SimulatedClient Oticas = new("44555666000181", "Óticas Três Irmãs Ltda.");
    public static readonly SimulatedClient Acougue = new("12ABC34501DE35", "Açougue D'Ouro & Cia. Ltda.");
    public static readonly SimulatedClient Grafica = new("A1B2C3D4000193", "Gráfica Conceição & Irmãos Ltda.");
    public static readonly SimulatedClient Transportes = new("90X12Y34000112", "Transportes Além-Mar Ltda.");
    public static readonly SimulatedClient Mercearia = new("55666777000181", "Mercearia Pão d'Água Ltda.");
    public static readonly SimulatedClient Oficina = new("66777888000181", "Oficina José & João Ltda.");
    public static readonly SimulatedClient Construcoes = new("33444555000181", "Construções Araçá S.A.");

    public static readonly SimulatedLogin Alfa = new("DIGITALNET", "11.222.333/0001-81", "S3nh@-Dn&1%ç", "Ana Conceição", [Padaria, Comercio, Oticas]);
    public static readonly SimulatedLogin Beta = new("DIGITALNET", "12ABC34501DE35", "Ção%20+Beta#&2", "Otávio D'Ouro", [Acougue, Grafica]);
    public static readonly SimulatedLogin Gama = new("DIGITALNET", "90X12Y34000112", "Gñ=3%&\"aspas'<i>", "Inês Além-Mar", [Transportes]);
    public static readonly SimulatedLogin Delta = new("DIGITALNET", "55666777000181", "P@o-d'Agua-4", "Davi d'Água", [Mercearia]);
    public static readonly SimulatedLogin Omega = new("DIGITALNET", "33444555000181", "Araç@+Obr@s_5", "Olívia Araçá", [Construcoes]);

    /// <summary>May sign in, but not see invoices.</summary>
    public static readonly SimulatedLogin WithoutRole = new("DIGITALNET", "66777888000181", "0f1cin@!Mot0r", "José João", [Oficina]);

    public static readonly IReadOnlyList<SimulatedLogin> Logins = [Alfa, Beta, Gama, Delta, Omega, WithoutRole];
}
