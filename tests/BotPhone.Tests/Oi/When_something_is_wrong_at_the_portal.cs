using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Oi;

/// <summary>The troubles of the portals' description: each ends in its code, after as many attempts as the code allows.</summary>
public abstract class When_something_is_wrong_at_the_portal
{
    private static readonly string[] Impatient =
        ["--Jobs:MaxAttempts=2", "--Browser:ElementTimeout=00:00:06", "--Browser:PageTimeout=00:00:08", "--Browser:DownloadTimeout=00:00:08"];

    /// <param name="attempts">How often the job was run.</param>
    /// <param name="says">A part of the error.</param>
    protected static async Task AssertFailsAsync(Trouble trouble, string code, int attempts, string says = "")
    {
        await using var oi = await OiServer.StartAsync(Impatient);
        oi.Portal.Inject(trouble);
        var status = await oi.RunAsync(OiData.Simple);

        Assert.True((string?)status["error_code"] == code, status.ToJsonString());
        Assert.Equal(("FAILED", attempts), ((string)status["status"]!, (int)status["attempt"]!));
        Assert.Contains(says, (string)status["error"]!, StringComparison.Ordinal);
        Assert.Empty(status["documents"]!.AsArray());
        Assert.Empty(Directory.GetFiles(Path.Combine(oi.Server.DataPath, "sessions")));
        Assert.Empty(Directory.GetFiles(Path.Combine(oi.Server.DataPath, "documents"), "*", SearchOption.AllDirectories));
    }

    /// <param name="attempts">How often the job was run.</param>
    protected static async Task AssertSucceedsAsync(Trouble trouble, int attempts = 1)
    {
        await using var oi = await OiServer.StartAsync([.. Impatient, "--Browser:PageTimeout=00:00:20"]);
        oi.Portal.Inject(trouble);
        var status = await oi.RunAsync(OiData.Simple);

        Assert.True((string)status["status"]! == "COMPLETED", status.ToJsonString());
        Assert.Equal((attempts, OiData.Simple.Expected!.Sha256), ((int)status["attempt"]!, (string)status["documents"]![0]!["sha256"]!));
    }

    protected static Trouble Of(string kind, string? variant = null, int? times = null, string? element = null) =>
        new() { Portal = "OI", Kind = kind, Variant = variant, Times = times, Element = element };

    [Collection(OneBrowserTestAtATime.Name)]
    public sealed class Signing_in : When_something_is_wrong_at_the_portal
    {
        [Fact]
        public async Task T01_A_wrong_password_is_sent_once_and_said_so()
        {
            await using var oi = await OiServer.StartAsync();
            var status = await oi.Server.Client.RunAsync("OI", OiServer.Payload(OiData.Simple, password: "errada&Ção%9"));
            Assert.Equal(("FAILED", "AUTH_CREDENCIAIS_INVALIDAS", 1), ((string)status["status"]!, (string)status["error_code"]!, (int)status["attempt"]!));
            Assert.StartsWith("Erro de autenticação na operadora: ", (string)status["error"]!, StringComparison.Ordinal);
            Assert.Equal("senha_invalida", Assert.Single(oi.LoginPosts).Result);
        }

        [Fact]
        public Task T02_Account_locked() => AssertFailsAsync(Of("T02"), "AUTH_CONTA_BLOQUEADA", 1, "Conta bloqueada por excesso de tentativas.");

        [Fact]
        public Task T03_Password_change_demanded() => AssertFailsAsync(Of("T03"), "AUTH_SENHA_EXPIRADA", 1);

        [Theory]
        [InlineData("pagina")]
        [InlineData("quadro")]
        public Task T05_Challenge(string variant) => AssertFailsAsync(Of("T05", variant), "AUTH_CAPTCHA", 1);
    }

    [Collection(OneBrowserTestAtATime.Name)]
    public sealed class Moving_around : When_something_is_wrong_at_the_portal
    {
        [Theory]
        [InlineData("200")]
        [InlineData("503")]
        public Task T07_Maintenance(string variant) => AssertFailsAsync(Of("T07", variant), "NAV_MANUTENCAO", 2);

        [Fact]
        public Task T07_Maintenance_that_passes() => AssertSucceedsAsync(Of("T07", "503", times: 1), attempts: 2);

        [Fact]
        public Task T08_Slow_page() => AssertSucceedsAsync(Of("T08", times: 2));

        [Theory]
        [InlineData("cabecalho")]
        [InlineData("corpo")]
        [InlineData("spinner")]
        public Task T09_Page_that_never_ends(string variant) => AssertFailsAsync(Of("T09", variant), "TEMPO_PAGINA", 2);

        [Fact]
        public Task T10_Connection_reset() => AssertFailsAsync(Of("T10"), "NAV_PORTAL_INDISPONIVEL", 2);

        [Fact]
        public Task T12_Redirect_loop() => AssertFailsAsync(Of("T12"), "NAV_REDIRECIONAMENTO", 2);

        [Theory]
        [InlineData("entrar", "ausente", "#btn_entrar")]
        [InlineData("entrar", "renomeado", "#btn_entrar")]
        [InlineData("tabela", "ausente", "main table")]
        [InlineData("tabela", "renomeado", "'Conta'")]
        [InlineData("detalhes", "renomeado", "Detalhes")]
        [InlineData("baixar", "ausente", "/api/invoices/pdf/")]
        public Task T13_Element_renamed_or_missing(string element, string variant, string names) =>
            AssertFailsAsync(Of("T13", variant, element: element), "NAV_LAYOUT_ALTERADO", 1, names);

        [Fact]
        public Task T20_List_redrawn() => AssertSucceedsAsync(Of("T20"));
    }

    [Collection(OneBrowserTestAtATime.Name)]
    public sealed class Downloading : When_something_is_wrong_at_the_portal
    {
        [Theory]
        [InlineData("simples")]
        [InlineData("anexo")]
        public Task T22_Server_error(string variant) => AssertFailsAsync(Of("T22", variant), "NAV_PORTAL_INDISPONIVEL", 2, "HTTP 500");

        [Fact]
        public Task T22_Server_error_that_passes() => AssertSucceedsAsync(Of("T22", times: 1), attempts: 2);

        [Theory]
        [InlineData("curto", "TEMPO_DOWNLOAD")]
        [InlineData("truncado", "ARQ_TRUNCADO")]
        public Task T23_Cut_short(string variant, string code) => AssertFailsAsync(Of("T23", variant), code, 1);

        [Theory]
        [InlineData("curto")]
        [InlineData("truncado")]
        public Task T23_Cut_short_once(string variant) => AssertSucceedsAsync(Of("T23", variant, times: 1));

        [Theory]
        [InlineData("html", "ARQ_NAO_PDF", "HTML")]
        [InlineData("json", "ARQ_NAO_PDF", "JSON")]
        [InlineData("vazio", "ARQ_VAZIO", "vazio")]
        public Task T24_Something_else(string variant, string code, string says) => AssertFailsAsync(Of("T24", variant), code, 1, says);

        [Theory]
        [InlineData("cliente")]
        [InlineData("mes")]
        public Task T25_Another_invoice(string variant) => AssertFailsAsync(Of("T25", variant), "ARQ_DIVERGENTE", 1);
    }
}
