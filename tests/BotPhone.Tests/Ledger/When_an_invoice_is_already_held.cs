using System.Text.Json.Nodes;
using BotPhone.Jobs;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Ledger;

/// <summary>A job that meets an invoice which another one has stored before.</summary>
[Trait("Keeps", "files")]
public sealed class When_an_invoice_is_already_held : IAsyncLifetime
{
    private TestServer _server = null!;

    private string[] Stored => Directory.GetFiles(Path.Combine(_server.DataPath, "documents"), "*.pdf", SearchOption.AllDirectories);

    public async Task InitializeAsync() => _server = await TestServer.StartAsync();

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    /// <summary>Portals draw their PDFs anew each time: the bytes differ, the invoice does not.</summary>
    [Theory]
    [InlineData("Total a pagar R$ 10,00 via 1", "Total a pagar R$ 10,00 via 2")]
    [InlineData("Total a pagar R$ 10,00", "via 2")]
    [InlineData("via 1", "Total a pagar R$ 10,00")]
    public async Task The_same_file_counts_and_the_job_says_so(string before, string now)
    {
        var first = await Bills.FetchAsync(_server.Client, "111", "10/01/2026", before);
        var second = await Bills.FetchAsync(_server.Client, "1-1.1", "10/01/2026", now);

        Assert.Equal((string)first["result"]!, (string)second["result"]!);
        Assert.Single(Stored);
        var (stored, given) = (first["documents"]![0]!, second["documents"]![0]!.DeepClone().AsObject());
        Assert.Equal((string)first["completed_at"]!, (string)given["ja_guardada_em"]!);
        Assert.Null(stored["ja_guardada_em"]);
        given.Remove("ja_guardada_em");
        Assert.Equal(stored.ToJsonString(), given.ToJsonString());
        var day = BrazilianTime.DayOf(DateTimeOffset.Parse((string)first["completed_at"]!, null));
        Assert.Contains($"A fatura já estava guardada desde {day:dd/MM/yyyy} (job {first["job_id"]}): o mesmo arquivo vale", LinesOf(second));
        Assert.Equal((string)first["job_id"]!, (string)Assert.Single(await Bills.ListAsync(_server.Client))["job_id"]!);
    }

    [Theory]
    [InlineData("Total a pagar R$ 10,00", "Total a pagar R$ 10,01")]
    [InlineData("Linha 00191111111111111111511111111115113220000001000", "Linha 00192222232222222222022222222220113220000001000")]
    public async Task A_corrected_one_is_kept_beside_it(string before, string now)
    {
        var first = await Bills.FetchAsync(_server.Client, "111", "10/01/2026", before);
        var second = await Bills.FetchAsync(_server.Client, "111", "10/01/2026", now);

        Assert.Equal(((string)first["result"]!).Replace(".pdf", "_2.pdf", StringComparison.Ordinal), (string)second["result"]!);
        Assert.Equal(2, Stored.Length);
        Assert.Contains(LinesOf(second), line => line.StartsWith("A fatura guardada desde ", StringComparison.Ordinal) && line.EndsWith("esta foi guardada à parte, e aquela continua", StringComparison.Ordinal));
        Assert.Equal($"{second["result"]} {first["result"]}", Bills.Texts(await Bills.ListAsync(_server.Client), "key"));

        // Whichever comes next is known.
        Assert.Equal((string)second["result"]!, (string)(await Bills.FetchAsync(_server.Client, "111", "10/01/2026", $"{now} via 3"))["result"]!);
        Assert.Equal((string)first["result"]!, (string)(await Bills.FetchAsync(_server.Client, "111", "10/01/2026", $"{before} via 4"))["result"]!);
        Assert.Equal(2, Stored.Length);
    }

    [Fact]
    public async Task Another_day_in_the_month_is_another_invoice()
    {
        await Bills.FetchAsync(_server.Client, "111", "10/01/2026");
        await Bills.FetchAsync(_server.Client, "111", "11/01/2026");
        Assert.Equal("11/01/2026 10/01/2026", Bills.Texts(await Bills.ListAsync(_server.Client), "vencimento"));
        Assert.Equal(2, Stored.Length);
    }

    [Fact]
    public async Task A_file_that_was_taken_away_is_stored_anew()
    {
        var first = await Bills.FetchAsync(_server.Client, "111", "10/01/2026");
        File.Delete(Assert.Single(Stored));
        var second = await Bills.FetchAsync(_server.Client, "111", "10/01/2026", "via 2");

        Assert.Equal((string)first["result"]!, (string)second["result"]!);
        Assert.DoesNotContain(LinesOf(second), line => line.Contains("já estava guardada", StringComparison.Ordinal));
        var entry = Assert.Single(await Bills.ListAsync(_server.Client));
        Assert.Equal(((string)second["job_id"]!, (string)second["documents"]![0]!["sha256"]!), ((string)entry["job_id"]!, (string)entry["sha256"]!));
        using var file = await _server.Client.Http.GetAsync($"/arquivos/{entry["key"]}");
        Assert.Equal((int)entry["size"]!, (await file.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task Jobs_at_the_same_time_store_it_once()
    {
        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Bills.FetchAsync(_server.Client, "111", "10/01/2026", $"via {i}")));
        Assert.Single(jobs.DistinctBy(job => (string)job["result"]!));
        Assert.Single(Stored);
        Assert.Single(await Bills.ListAsync(_server.Client));
        Assert.Equal(19, jobs.Count(job => job["documents"]![0]!["ja_guardada_em"] is not null));
    }

    private static IEnumerable<string> LinesOf(JsonNode job) => job["logs"]!.AsArray().Select(line => (string)line!["message"]!);
}
