namespace BotPhone.Tests.Kit;

/// <summary>Bodies of requests.</summary>
internal static class Payloads
{
    public const string Password = "S3nh@ & 100% secreta/ção";

    public static object Probe(string filter) => new { login = "ana@exemplo.com.br", senha = Password, filtro = filter, cnpj = "11.222.333/0001-81" };

    public static object Probe(string filter, Guid processo) =>
        new { login = "ana@exemplo.com.br", senha = Password, filtro = filter, cnpj = "11.222.333/0001-81", processo_id = processo };
}
