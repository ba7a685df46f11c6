using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BotPhone.Tests.Ledger;

/// <summary><c>GET /faturas?formato=csv</c>, as a spreadsheet in Brazil reads it.</summary>
public sealed class When_a_table_is_asked_for : IAsyncLifetime
{
    private const string Line = "00190550030021003456778202601106313220000018990";
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private TestServer _server = null!;

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Fact]
    public async Task It_says_what_the_list_says()
    {
        await Bills.FetchAsync(_server.Client, "111", "10/01/2026", $"{Bills.Total(189.9m)} Linha {Line}");
        await Bills.FetchAsync(_server.Client, "111", "10/12/2025", Bills.Total(1234.5m));
        await Bills.FetchAsync(_server.Client, "222", "05/01/2026", cnpj: Bills.OtherCnpj);

        var (head, bytes) = await ReadAsync("/faturas?formato=csv");
        Assert.Equal(("text/csv", "utf-8", "faturas.csv"), (head.ContentType!.MediaType, head.ContentType.CharSet, head.ContentDisposition!.FileName));
        Assert.Equal(Mark, bytes[..3]);
        var rows = Rows(bytes);
        var entries = await Bills.ListAsync(_server.Client);
        foreach (var name in new[] { "operadora", "conta", "mes", "vencimento", "key", "sha256", "job_id", "guardada_em" })
            Assert.Equal(entries.Select(entry => (string)entry[name]!), rows.Select(row => row[name]));
        Assert.Equal(["189,90", "", "1234,50"], rows.Select(row => row["valor"]));
        Assert.Equal(["11.222.333/0001-81", "11.444.777/0001-61", "11.222.333/0001-81"], rows.Select(row => row["cnpj"]));
        // In the form in which no spreadsheet takes it for a number.
        Assert.Equal("00190.55003 00210.034567 78202.601106 3 13220000018990", rows[0]["linha_digitavel"]);
    }

    [Fact]
    public async Task The_header_asks_for_it_too_and_the_parameter_wins()
    {
        await Bills.FetchAsync(_server.Client, "111", "10/01/2026");
        Assert.Equal("text/csv", (await ReadAsync("/faturas", "text/csv")).Head.ContentType!.MediaType);
        Assert.Equal("application/json", (await ReadAsync("/faturas?formato=json", "text/csv")).Head.ContentType!.MediaType);
        Assert.Equal("application/json", (await ReadAsync("/faturas", "text/html, */*")).Head.ContentType!.MediaType);
        Assert.Equal("text/csv", (await ReadAsync("/faturas/lacunas", "text/csv")).Head.ContentType!.MediaType);
    }

    [Fact]
    public async Task It_has_all_of_them_however_many()
    {
        var store = _server.Services.GetRequiredService<IJobStore>();
        await Task.WhenAll(Enumerable.Range(0, 2500).Select(i => store.SaveAsync(LedgerJobs.Completed("PROBE", "111", new DateOnly(2026, 1, 1).AddDays(i)))));
        var rows = Rows((await ReadAsync("/faturas?formato=csv&limit=2")).Bytes);
        Assert.Equal(2500, rows.Count);
        Assert.Equal(2500, rows.DistinctBy(row => row["vencimento"]).Count());
    }

    [Fact]
    public async Task What_a_spreadsheet_would_run_is_harmless()
    {
        var evil = LedgerJobs.Completed("=1+1", "111", new DateOnly(2026, 1, 1), note: "@SUM(A1); \"aspas\"\nlinha");
        await _server.Services.GetRequiredService<IJobStore>().SaveAsync(evil);
        var row = Assert.Single(Rows((await ReadAsync("/faturas?formato=csv")).Bytes));
        Assert.Equal(("'=1+1", "'@SUM(A1); \"aspas\"\nlinha"), (row["operadora"], row["observacao"]));
    }

    [Fact]
    public async Task Who_took_it_is_in_the_audit_log()
    {
        await ReadAsync("/faturas?formato=csv");
        var lines = Directory.GetFiles(Path.Combine(_server.DataPath, "audit")).SelectMany(ReadShared).ToList();
        Assert.Contains(lines, line => line.Contains("\"by\":\"tests\"", StringComparison.Ordinal) && line.Contains("\"ledger.exported\",\"target\":\"faturas\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    private async Task<(HttpContentHeaders Head, byte[] Bytes)> ReadAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        var answer = await _server.Client.Http.SendAsync(request);
        return (answer.Content.Headers, await answer.Content.ReadAsByteArrayAsync());
    }

    private static List<Dictionary<string, string>> Rows(byte[] bytes)
    {
        using var csv = new CsvReader(new StringReader(Encoding.UTF8.GetString(bytes.AsSpan(3))), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";" });
        csv.Read();
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(csv.HeaderRecord!.ToDictionary(name => name, name => csv.GetField(name)!));
        return rows;
    }
}
