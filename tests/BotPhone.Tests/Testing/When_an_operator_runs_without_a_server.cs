using System.Text;
using BotPhone.Sdk;
using BotPhone.Sdk.Testing;
using BotPhone.Tests.Kit;
using Claro;
using Microsoft.Extensions.Logging;

namespace BotPhone.Tests.Testing;

/// <summary>The operator of the SDK's README, in a real browser, against a portal of a few lines.</summary>
[Collection(OneBrowserTestAtATime.Name)]
public sealed class When_an_operator_runs_without_a_server : IAsyncLifetime
{
    private const string Password = "s3nh@ & ção";
    private static readonly byte[] Invoice = TestPdf.Of("CNPJ: 11.222.333/0001-81", "Vencimento: 10/01/2026", "Total a pagar: R$ 1.159,90");
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await TestSite.StartAsync(site => site
        .SignIn("ana", Password, home: "/fatura")
        .Page("/fatura",
            """
            <img src="/figura.png"><img src="/letra.woff2">
            <a class="sair" href="/sair">Sair</a>
            <dl><dt>Vencimento</dt><dd>10/01/2026</dd></dl>
            <a class="pdf" href="/fatura.pdf">Baixar PDF</a>
            """)
        .File("/fatura.pdf", Invoice));

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_invoice_is_proven()
    {
        var run = await RunAsync();
        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal((new DateOnly(2026, 1, 10), 1159.90m), (run.Invoice!.Expected.DueDate, run.Fields!.Amount));
        Assert.Equal(Invoice, run.Document.ToArray());
        Assert.Equal(["Abrindo o portal", "Entrando", "Baixando o PDF"], run.Steps);
        Assert.Equal(60, run.Progress);
        Assert.Contains(run.Log, line => line is { Level: LogLevel.Debug, Message: var words } && words.Contains("link Baixar PDF", StringComparison.Ordinal));
        Assert.Null(run.Evidence);
    }

    [Fact]
    public async Task Its_password_is_sent_once_and_its_session_ended()
    {
        await RunAsync();
        Assert.Equal(Password, Assert.Single(_site.RequestsTo("POST", "/")).Form["senha"]);
        Assert.Equal(0, _site.Sessions);
    }

    [Fact]
    public async Task A_refused_password_is_said_and_shown_to_nobody()
    {
        const string wrong = "errada & ção";
        var lines = new StringBuilder();
        var run = await RunAsync(wrong, new() { Echo = line => lines.AppendLine(line) });
        Assert.Same(ErrorCode.InvalidCredentials, run.Code);
        Assert.Single(_site.RequestsTo("POST", "/"));
        Assert.Contains("Usuário ou senha inválidos", run.Evidence!.Source, StringComparison.Ordinal);
        Assert.True(run.Evidence.Screenshot.Length > 1000);
        Secrets.AssertNotIn(lines + run.ToString() + run.Evidence, wrong);
    }

    [Fact]
    public async Task A_changed_element_is_named()
    {
        _site.Fault(Fault.ChangedElement("/fatura", "class=\"pdf\"", "class=\"arquivo\""));
        var run = await RunAsync();
        Assert.Same(ErrorCode.LayoutChanged, run.Code);
        Assert.Contains("'link Baixar PDF' (a.pdf)", run.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(0, _site.Sessions);
    }

    [Fact]
    public async Task A_file_that_was_cut_is_fetched_again()
    {
        _site.Fault(Fault.CutFile("/fatura.pdf").Times(2));
        var run = await RunAsync();
        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal((3, 2), (_site.RequestsTo("GET", "/fatura.pdf").Count, run.Log.Count(line => line.Message.StartsWith("O download falhou", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_file_that_is_always_cut_is_a_failure()
    {
        _site.Fault(Fault.CutFile("/fatura.pdf"));
        Assert.Same(ErrorCode.TruncatedFile, (await RunAsync(options: new() { MaxDownloads = 2 })).Code);
        Assert.Equal(2, _site.RequestsTo("GET", "/fatura.pdf").Count);
    }

    [Fact]
    public async Task An_error_of_the_portal_is_one()
    {
        _site.Fault(Fault.Error("/fatura"));
        Assert.Same(ErrorCode.PortalUnavailable, (await RunAsync()).Code);
    }

    [Fact]
    public async Task A_page_that_comes_too_late_is_one()
    {
        _site.Fault(Fault.Slow("/", TimeSpan.FromSeconds(20)));
        Assert.Same(ErrorCode.PageTimeout, (await RunAsync(options: new() { PageTimeout = TimeSpan.FromSeconds(1) })).Code);
    }

    [Fact]
    public async Task A_session_that_ends_leads_back_to_the_entrance()
    {
        _site.Fault(Fault.EndedSession("/fatura"));
        var run = await RunAsync();
        Assert.Same(ErrorCode.LayoutChanged, run.Code);
        Assert.Equal(_site.Address.ToString(), run.Evidence!.Address);
    }

    [Fact]
    public async Task A_run_that_takes_too_long_is_ended()
    {
        _site.Fault(Fault.Slow("/fatura", TimeSpan.FromSeconds(30)));
        Assert.Same(ErrorCode.JobTimeout, (await RunAsync(options: new() { Timeout = TimeSpan.FromSeconds(4) })).Code);
    }

    [Fact]
    public async Task A_host_that_nobody_declares_is_refused_as_by_a_server()
    {
        await using var elsewhere = await Site.StartAsync(("/", "<p>outro"));
        await using var portal = await Site.StartAsync(("/", $"<script>location = 'http://localhost:{elsewhere.Address.Port}/'</script>"));
        var run = await RunAsync(address: portal.Address);
        Assert.Same(ErrorCode.LayoutChanged, run.Code);
        Assert.Contains("'localhost', que não está entre os endereços declarados", run.Error!, StringComparison.Ordinal);
        Assert.Single(run.Log, line => line.Message == "Endereço não declarado recusado: localhost");
        Assert.Equal(0, elsewhere.Requests);

        Assert.Same(ErrorCode.LayoutChanged, (await RunAsync(options: new() { Hosts = ["localhost"] }, address: portal.Address)).Code);
        Assert.NotEqual(0, elsewhere.Requests);
    }

    [Fact]
    public async Task What_it_blocks_is_not_asked_for()
    {
        await RunAsync();
        Assert.Single(_site.RequestsTo("GET", "/figura.png"));
        Assert.Empty(_site.RequestsTo("GET", "/letra.woff2"));
    }

    private Task<OperatorRun> RunAsync(string password = Password, HarnessOptions? options = null, Uri? address = null) => OperatorHarness.RunAsync<ClaroOperator>(
        new { login = "ana", senha = password, filtro = "1234-5678", cnpj = "11.222.333/0001-81" },
        OperatorJson.Read<ClaroSettings>() with { Address = address ?? _site.Address },
        (options ?? new()) with { ElementTimeout = TimeSpan.FromSeconds(8) });
}
