using System.Globalization;
using System.Text.Json.Nodes;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Ledger;

/// <summary>Invoices of made-up accounts, fetched by the probe operator.</summary>
internal static class Bills
{
    public const string Cnpj = "11222333000181";
    public const string OtherCnpj = "11444777000161";
    private static readonly NumberFormatInfo Brazilian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <param name="says">What the PDF says besides CNPJ and due date, such as its amount.</param>
    public static async Task<JsonNode> FetchAsync(ApiClient client, string account, string dueDate, string? says = null, string cnpj = Cnpj)
    {
        var job = await client.RunAsync("probe", new { login = "ana", senha = Payloads.Password, filtro = account, cnpj, data_vencimento = dueDate, apelido = says ?? "via 1" });
        Assert.True((string)job["status"]! == "COMPLETED", job.ToJsonString());
        return job;
    }

    public static string Total(decimal amount) => $"Total a pagar R$ {amount.ToString("N2", Brazilian)}";

    public static async Task<List<JsonNode>> ListAsync(ApiClient client, string query = "") =>
        [.. (await client.GetAsync($"/faturas{query}"))["faturas"]!.AsArray().Select(entry => entry!)];

    public static string Texts(IEnumerable<JsonNode> entries, string property) => string.Join(' ', entries.Select(entry => (string)entry[property]!));
}
