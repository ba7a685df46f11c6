using System.Text;

namespace BotPhone.PortalSimulator.Control;

/// <summary>What the program prints once it is up.</summary>
internal static class Welcome
{
    public static string Text(Simulator simulator)
    {
        var text = new StringBuilder()
            .AppendLine("Portais simulados no ar (só nesta máquina). Ctrl+C encerra.")
            .AppendLine()
            .AppendLine(Invariant($"Controle: {simulator.Control}"))
            .AppendLine("  POST /__sim/problemas  {\"portal\":\"OI\",\"escopo\":\"*\",\"tipo\":\"T07\",\"variante\":\"503\",\"vezes\":1}")
            .AppendLine("  GET  /__sim/eventos    o que os portais viram, em ordem")
            .AppendLine("  POST /__sim/reiniciar  esquece eventos, problemas, sessões e o que foi cadastrado")
            .AppendLine("  GET  /__sim/faturas    todas as faturas, com o SHA-256 de cada PDF")
            .AppendLine("  GET  /__sim/cadastros  o que foi cadastrado no SAT, com o SHA-256 de cada arquivo recebido")
            .AppendLine("  GET  /__sim/portais    isto aqui, em JSON, e os problemas de cada portal");
        foreach (var portal in simulator.Portals)
            Append(text, portal);
        return text.ToString();
    }

    private static void Append(StringBuilder text, SimulatedPortal portal)
    {
        text.AppendLine().AppendLine(Invariant($"Portal {portal.Name}"));
        foreach (var (use, address) in portal.Addresses)
            text.AppendLine(Invariant($"  {use + ":",-8} {address}"));
        text.AppendLine("  Configuração do BotPhone:");
        foreach (var (key, value) in portal.Settings)
            text.AppendLine(Invariant($"    {key}={value}"));
        foreach (var login in portal.Logins)
        {
            text.AppendLine(Invariant($"  Login {login.User}   senha {login.Password}{(login.Cpf is { } cpf ? $"   cpf {cpf}" : "")}"));
            foreach (var client in login.Clients)
                text.AppendLine(Invariant($"    {Cnpj.Format(client.Cnpj)}  {client.Name}"));
        }
    }

    private static string Invariant(FormattableString line) => FormattableString.Invariant(line);
}
