using BotPhone.Sdk.Testing;

namespace NovaOperadora.Tests;

/// <summary>A portal like the real one, as far as the operator sees it.</summary>
internal static class NovaOperadoraSite
{
    public const string User = "ana@exemplo.com.br";
    public const string Password = "s3nh@";
    public const string Account = "1234-5678";
    public const string Cnpj = "11.222.333/0001-81";

    public static Task<TestSite> StartAsync() => TestSite.StartAsync(site => site
        .SignIn(User, Password, home: "/faturas")
        .Page("/faturas",
            $"""
            <a href="/sair">Sair</a>
            <table id="faturas">
              <thead><tr><th>Conta</th><th>Vencimento</th><th>Situação</th><th>Arquivo</th></tr></thead>
              <tbody>
                <tr><td>{Account}</td><td>10/12/2025</td><td>Paga</td><td><a class="pdf" href="/202512.pdf">PDF</a></td></tr>
                <tr><td>{Account}</td><td>10/01/2026</td><td>Em aberto</td><td><a class="pdf" href="/202601.pdf">PDF</a></td></tr>
                <tr><td>8765-4321</td><td>15/01/2026</td><td>Em aberto</td><td><a class="pdf" href="/outra.pdf">PDF</a></td></tr>
              </tbody>
            </table>
            """)
        .File("/202601.pdf", TestPdf.Of($"CNPJ: {Cnpj}", $"Conta: {Account}", "Vencimento: 10/01/2026", "Total a pagar: R$ 159,90")));
}
