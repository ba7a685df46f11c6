using BotPhone.PortalSimulator.Embratel;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Embratel;

/// <summary>There is nothing to download: what is wrong shows in the window that should hold the document.</summary>
public sealed class When_documents_go_wrong : EmbratelTroubleTests
{
    [Fact]
    public Task T22_Server_error_in_the_window() => AssertFailsAsync(Of("T22", element: "boleto"), "NAV_PORTAL_INDISPONIVEL", 2, "HTTP 500");

    [Fact]
    public Task T22_Server_error_that_passes() => AssertSucceedsAsync(Of("T22", element: "fatura", times: 1), attempts: 2);

    /// <summary>A page that is shorter than announced never ends; one of coherent length ends without the document's last element.</summary>
    [Theory]
    [InlineData("curto", "TEMPO_DOWNLOAD", "Fatura")]
    [InlineData("truncado", "ARQ_TRUNCADO", "#fim_documento")]
    public Task T23_Window_cut_short(string variant, string code, string says) => AssertFailsAsync(Of("T23", variant, element: "fatura"), code, 1, says);

    [Fact]
    public Task T23_Window_cut_short_once() => AssertSucceedsAsync(Of("T23", "truncado", element: "icms", times: 1));

    [Theory]
    [InlineData("html", "ARQ_NAO_PDF", "outra coisa")]
    [InlineData("json", "ARQ_NAO_PDF", "outra coisa")]
    [InlineData("vazio", "ARQ_VAZIO", "vazia")]
    public Task T24_Something_else_in_the_window(string variant, string code, string says) =>
        AssertFailsAsync(Of("T24", variant, element: "boleto"), code, 1, says);

    /// <summary>Each document proves by itself that it belongs to the invoice, also when the others do.</summary>
    [Theory]
    [InlineData("cliente", "fatura")]
    [InlineData("mes", "boleto")]
    [InlineData("cliente", "icms")]
    public Task T25_Document_of_another_client_or_month(string variant, string element) =>
        AssertFailsAsync(Of("T25", variant, element: element), "ARQ_DIVERGENTE", 1);

    /// <summary>CNPJ and due date agree; only the account is another.</summary>
    [Fact]
    public Task T25_Document_of_another_account() =>
        AssertFailsAsync(Of("T25", "conta", element: "boleto"), "ARQ_DIVERGENTE", 1, "1234-5679", wanted: EmbratelData.Punctuated);

    [Fact]
    public async Task T30_Tax_note_not_issued_yet()
    {
        await using var server = await PortalServer.StartAsync("Embratel");
        server.Portal.Inject(Of("T30", "iss"));
        var status = await server.RunAsync(EmbratelData.TwelvePages);
        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        await PrintedInvoice.AssertIsAsync(await server.FileOfAsync(status), EmbratelData.TwelvePages.Expected!, missing: EmbratelDocument.Iss);
        Assert.Contains(status["logs"]!.AsArray(), line => (string)line!["message"]! == "Nota Fiscal ISS ainda não foi emitida: o arquivo segue sem ela");
    }
}
