using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Processos;

public class When_the_address_of_the_API_is_set
{
    private readonly Guid _processo = Guid.NewGuid();

    [Theory]
    [InlineData("--PROCESSO_API_URL={0}", "")]
    [InlineData("--PROCESSO_API_URL={0}/base", "/base")]
    [InlineData("--ProcessoApi:Url={0}/base/de/dados/", "/base/de/dados")]
    [InlineData("--ProcessoApi:Url={0} --PROCESSO_API_URL=http://127.0.0.1:1/", "")]
    [InlineData("--ProcessoApi:Url= --PROCESSO_API_URL={0}", "")]
    public async Task Its_path_is_kept_and_the_section_comes_first(string settings, string path)
    {
        using var api = ProcessoApi.Start();
        api.Answer($"{path}/api/processos/{_processo}/status", 200);
        await using var server = await TestServer.StartAsync(settings.Replace("{0}", api.Address, StringComparison.Ordinal).Split(' '));
        await server.Client.RunAsync("probe", Payloads.Probe("ok", _processo));
        await Until.TrueAsync(() => api.Calls.Count > 0, "the API was asked");
        Assert.Equal($"{path}/api/processos/{_processo}/status", api.Calls[0].Path);
    }

    [Theory]
    [InlineData("ProcessoApi:Url", "--ProcessoApi:Url=nada")]
    [InlineData("ProcessoApi:Url", "--ProcessoApi:Url=ftp://exemplo.com.br", "--PROCESSO_API_URL=http://localhost:5050")]
    [InlineData("ProcessoApi:Url", "--ProcessoApi:Url=http://ana:S3nha@exemplo.com.br")]
    [InlineData("ProcessoApi:Url", "--ProcessoApi:Url=http://exemplo.com.br/?chave=S3nha")]
    [InlineData("PROCESSO_API_URL", "--PROCESSO_API_URL=/api")]
    [InlineData("PROCESSO_API_URL", "--PROCESSO_API_URL=localhost:5050")]
    [InlineData("ProcessoApi:RetryPause", "--ProcessoApi:RetryPause=00:00:00")]
    [InlineData("ProcessoApi:RetryPause", "--ProcessoApi:RetryPause=02:00:00")]
    [InlineData("ProcessoApi:GiveUpAfter", "--ProcessoApi:GiveUpAfter=-1")]
    [InlineData("ProcessoApi:GiveUpAfter", "--ProcessoApi:GiveUpAfter=sempre")]
    public async Task A_setting_without_sense_stops_the_start_with_a_line_that_names_its_key(string key, params string[] settings)
    {
        using var folder = new TemporaryFolder();
        var (exitCode, output, error) = await PublishedServer.RunAsync(folder, ["serve", "--Urls=http://127.0.0.1:0", .. settings]);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"O BotPhone não pôde iniciar. {key}", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("S3nha", error, StringComparison.Ordinal);
    }
}
