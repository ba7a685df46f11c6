namespace BotPhone.PortalSimulator.Embratel;

/// <summary>Made-up companies, and who signs in for them. The passwords have only characters of ISO-8859-1, as the portal's pages.</summary>
internal static class EmbratelClients
{
    public static readonly SimulatedClient Livraria = new("22333444000181", "Livraria São Tomé & Cia. Ltda.");
    public static readonly SimulatedClient Hotel = new("55666777000181", "Hotel Fonte D'Água Ltda.");
    public static readonly SimulatedClient Moveis = new("66777888000181", "Móveis Ipê-Roxo S.A.");
    public static readonly SimulatedClient Laticinios = new("12ABC34501DE35", "Laticínios Maçã Verde & Irmãos Ltda.");
    public static readonly SimulatedClient Relojoaria = new("77888999000181", "Relojoaria Três Ponteiros Ltda.");
    public static readonly SimulatedClient Ceramica = new("B7F3K900000107", "Cerâmica Chão D'Ouro Ltda.");
    public static readonly SimulatedClient Navegacao = new("90X12Y34000112", "Navegação Além-Rio Ltda.");

    public static readonly SimulatedLogin Delta = new("EMBRATEL", "delta.fiscal", "Maçã&Pêra%20=ü", "Mônica Araújo", [Livraria, Hotel]);
    public static readonly SimulatedLogin Zeta = new("EMBRATEL", "zeta.filiais", "Zinco=100%&Ça", "Débora Sant'Ana", [Hotel, Livraria]);
    public static readonly SimulatedLogin Eta = new("EMBRATEL", "eta_compras", "S3nh@+Ção#1", "Plínio D'Ávila", [Moveis]);
    public static readonly SimulatedLogin Theta = new("EMBRATEL", "theta.contas", "Öß¼\"<b>'&amp;", "Zoé Conceição & Cia", [Laticinios, Relojoaria]);
    public static readonly SimulatedLogin Iota = new("EMBRATEL", "iota.tesouraria", "áéíóú ÃÕ÷ñ?", "Íris Além-Rio", [Ceramica, Navegacao]);

    public static readonly IReadOnlyList<SimulatedLogin> Logins = [Delta, Zeta, Eta, Theta, Iota];
}
