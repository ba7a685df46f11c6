using System.Text.Json.Nodes;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Febraban;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

/// <summary>Some portals hand over FEBRABAN's text file, beside the PDF or in its place.</summary>
public class When_a_second_copy_is_a_text_file
{
    private static readonly SimulatedInvoice Expected = OiData.Archived.Expected!;

    [Fact]
    public async Task Alone_it_is_proven_read_and_stored_as_what_it_is()
    {
        await using var oi = await StartAsync(CopyFiles.Text);
        var document = await RunAsync(oi);
        Assert.EndsWith("/oi_202601_3100990007.txt", (string)document["key"]!, StringComparison.Ordinal);

        using var answer = await oi.Server.Client.Http.GetAsync(new Uri($"/arquivos/{document["key"]}", UriKind.Relative));
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(FebrabanText.Of(Expected), await answer.Content.ReadAsByteArrayAsync());
        AssertRead(document["fatura"]!, key: null, Expected.TaxNote.TrimStart('0'));
    }

    [Fact]
    public async Task Beside_the_PDF_the_PDF_is_stored()
    {
        await using var oi = await StartAsync(CopyFiles.PdfAndText);
        var document = await RunAsync(oi);
        Assert.Equal(Expected.Sha256, (string)document["sha256"]!);
        AssertRead(document["fatura"]!, Expected.AccessKey, Expected.TaxNote);
    }

    private static Task<PortalServer> StartAsync(CopyFiles files) => PortalServer.StartAsync("Oi", new SimulatorOptions { Oi = new() { SecondCopyFiles = files } });

    private static async Task<JsonNode> RunAsync(PortalServer oi)
    {
        var status = await oi.RunAsync(OiData.Archived);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        return status["documents"]![0]!;
    }

    private static void AssertRead(JsonNode read, string? key, string number) => Assert.Equal(
        ("22/01/2026", Expected.Amount, "01/2026", Expected.Account, Expected.Client.Cnpj, Expected.Line, number, key),
        ((string?)read["vencimento"], (decimal)read["valor"]!, (string?)read["competencia"], (string?)read["conta"], (string?)read["cnpj"], (string?)read["linha_digitavel"], (string?)read["nota_fiscal"], (string?)read["chave_acesso"]));
}
