using BotPhone.Sdk;
using BotPhone.Sdk.Testing;

namespace NovaOperadora.Tests;

public sealed class NovaOperadoraTests : IAsyncLifetime
{
    private TestSite _site = null!;

    public async Task InitializeAsync() => _site = await NovaOperadoraSite.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_newest_open_invoice_is_fetched()
    {
        var run = await RunAsync();
        Assert.True(run.Succeeded, run.ToString());
        Assert.Equal(new DateOnly(2026, 1, 10), run.Invoice!.Expected.DueDate);
        Assert.Equal(159.90m, run.Fields!.Amount);
        Assert.Equal(0, _site.Sessions);
    }

    [Fact]
    public async Task A_wrong_password_is_sent_once()
    {
        var run = await RunAsync(password: "errada");
        Assert.Same(ErrorCode.InvalidCredentials, run.Code);
        Assert.Single(_site.RequestsTo("POST", "/"));
    }

    [Fact]
    public async Task An_element_that_has_changed_is_named()
    {
        _site.Fault(Fault.ChangedElement("/faturas", "class=\"pdf\"", "class=\"arquivo\""));
        var run = await RunAsync();
        Assert.Same(ErrorCode.LayoutChanged, run.Code);
        Assert.Contains("link PDF", run.Failure!.Message, StringComparison.Ordinal);
    }

    private Task<OperatorRun> RunAsync(string password = NovaOperadoraSite.Password) => OperatorHarness.RunAsync<NovaOperadoraOperator>(
        new InvoiceRequest { Login = NovaOperadoraSite.User, Password = password, Filter = NovaOperadoraSite.Account, Cnpj = Cnpj.Parse(NovaOperadoraSite.Cnpj) },
        OperatorJson.Read<NovaOperadoraSettings>() with { Address = _site.Address },
        new HarnessOptions { ElementTimeout = TimeSpan.FromSeconds(10) });
}
