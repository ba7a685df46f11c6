using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

/// <summary>Whatever happens to what was sent: never two rows, and never a row that the job does not know of.</summary>
public sealed class When_registering_goes_wrong : SatTroubleTests
{
    private const string Doubt = "O SAT não confirmou o envio";

    [Theory]
    [InlineData("recusado", "a competência está fechada")]
    [InlineData("aviso_erro", "Erro ao efetuar cadastro !")]
    [InlineData("so_aviso", "disse que cadastrou")]
    [InlineData("nada", "não confirmou")]
    public Task T31_Refused(string variant, string says) => AssertFailsAsync(Of("T31", variant), "SAT_CADASTRO_RECUSADO", 1, says, sent: true);

    [Theory]
    [InlineData("413", "413 Request Entity Too Large")]
    [InlineData("php", "Warning")]
    public Task T32_Refused_by_what_is_behind_the_portal(string variant, string says) =>
        AssertFailsAsync(Of("T32", variant), "SAT_CADASTRO_RECUSADO", 1, says, sent: true);

    [Theory]
    [InlineData("sem_aviso")]
    [InlineData("queda_depois")]
    [InlineData("sem_resposta")]
    public async Task T31_Kept_without_an_answer(string variant) =>
        Assert.Contains(Doubt, await AssertRegistersAsync(Of("T31", variant, times: 1)), StringComparison.Ordinal);

    [Theory]
    [InlineData("queda_antes")]
    [InlineData("erro_500")]
    public Task T31_Lost_and_sent_again(string variant) => AssertRegistersAsync(Of("T31", variant, times: 1), attempts: 2);

    [Fact]
    public Task T31_Lost_again_and_again() => AssertFailsAsync(Of("T31", "erro_500"), "NAV_PORTAL_INDISPONIVEL", 2, sent: true);

    /// <summary>The session ends just before the form is sent: what was sent is not kept.</summary>
    [Theory]
    [InlineData("401")]
    [InlineData("vazio")]
    public Task T16_The_session_ends_once(string variant) => AssertRegistersAsync(Of("T16", variant, times: 1, after: 6), attempts: 2);

    /// <summary>The row was kept, but neither the answer nor the list could be read: the next attempt knows the row for its own.</summary>
    [Fact]
    public async Task A_later_attempt_finds_what_an_earlier_one_sent()
    {
        await using var sat = await StartAsync();
        sat.Portal.Inject(Of("T31", "sem_aviso", times: 1));
        sat.Keep(SatData.Simple);
        var id = await sat.SubmitAsync(SatData.Simple);
        await Until.TrueAsync(() => Task.FromResult(sat.Rows.Count == 1), "the row is there");
        sat.Portal.Inject(Of("T10", times: 2));
        var status = await sat.Server.Client.EndOfAsync(id);
        sat.AssertRegistered(status, SatData.Simple, attempts: 2);
        Assert.Contains("foi este job que o enviou", status["logs"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_equal_jobs_at_once_make_one_row()
    {
        await using var sat = await StartAsync();
        sat.Keep(SatData.Simple);
        string[] ids = [await sat.SubmitAsync(SatData.Simple), await sat.SubmitAsync(SatData.Simple)];
        sat.AssertRegistered(await sat.Server.Client.EndOfAsync(ids[0]), SatData.Simple);
        SatServer.AssertFailed(await sat.Server.Client.EndOfAsync(ids[1]), "SAT_DUPLICADA", says: "oi_202602_2100345678.pdf");
        Assert.Single(sat.Rows);
    }

    [Fact]
    public async Task Without_the_file_the_portal_is_not_even_opened()
    {
        await using var sat = await StartAsync();
        SatServer.AssertFailed(await sat.Server.Client.EndOfAsync(await sat.SubmitAsync(SatData.Simple)), "ARQ_ARMAZENAMENTO", attempts: 2);
        Assert.Empty(sat.Portal.Events);
    }

    [Fact]
    public Task A_field_that_did_not_keep_its_text_is_not_sent() => AssertFailsAsync(Of("T31", "mascara"), "NAV_LAYOUT_ALTERADO", 1, "#dados_sat");
}
