using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Hosting;

/// <summary>Contract §8: the start stops with one line that names the key.</summary>
public sealed class When_settings_make_no_sense : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--Jobs:MaxConcurrency=0", "Jobs:MaxConcurrency")]
    [InlineData("--Jobs:MaxConcurrency=muitos", "Jobs:MaxConcurrency")]
    [InlineData("--Jobs:Timeout=-00:00:01", "Jobs:Timeout")]
    [InlineData("--Jobs:Retention=amanha", "Jobs:Retention")]
    [InlineData("--Auth:Secret=curto", "Auth:Secret")]
    [InlineData("--Auth:ProtectStreams=talvez", "Auth:ProtectStreams")]
    [InlineData("--Limits:MaxBodyBytes=5", "Limits:MaxBodyBytes")]
    [InlineData("--Limits:RequestsPerSecond=0", "Limits:RequestsPerSecond")]
    [InlineData("--Notifications:MaxClients=0", "Notifications:MaxClients")]
    [InlineData("--Validation:CnpjCheckDigits=5", "Validation:CnpjCheckDigits")]
    [InlineData("--Browser:Kind=netscape", "Browser:Kind")]
    [InlineData("--Browser:Binary=nada/chromium", "Browser:Binary")]
    [InlineData("--Browser:MaxSessionBytes=0", "Browser:MaxSessionBytes")]
    [InlineData("--Browser:MaxDownloadBytes=muitos", "Browser:MaxDownloadBytes")]
    [InlineData("--Browser:MaxWindows=0", "Browser:MaxWindows")]
    [InlineData("--Artifacts:Provider=fita", "Artifacts:Provider")]
    [InlineData("--Documents:KeyTemplate=faturas/{{ conta }}/{{ contrato }}.pdf", "Documents:KeyTemplate não serve (linha 1, coluna 24): não existe a variável 'contrato'")]
    [InlineData("--Documents:KeyTemplate=faturas/\n../{{ conta", "Documents:KeyTemplate não serve (linha 2, coluna 4): falta o '}}'")]
    [InlineData("--Documents:KeyTemplate=", "Documents:KeyTemplate não serve (linha 1, coluna 1): o nome fica vazio")]
    [InlineData("--Artifacts:SpoolTimeout=nunca", "Artifacts:SpoolTimeout")]
    [InlineData("--Artifacts:SpoolInterval=0", "Artifacts:SpoolInterval")]
    [InlineData("--Urls=nada", "Urls")]
    [InlineData("--Data:Path=/proc/nada", "Data:Path")]
    public async Task The_server_says_so_in_one_line_and_ends(string setting, string key)
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, "serve", "--Urls=http://127.0.0.1:0", setting);
        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.StartsWith("O BotPhone não pôde iniciar. ", error, StringComparison.Ordinal);
        Assert.Contains(key, Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_faults_are_said_at_once()
    {
        var (_, _, error) = await PublishedServer.RunAsync(_folder, "serve", "--Jobs:MaxConcurrency=0", "--Jobs:MaxAttempts=99", "--Browser:Kind=netscape");
        Assert.Contains("Jobs:MaxConcurrency", error, StringComparison.Ordinal);
        Assert.Contains("Jobs:MaxAttempts", error, StringComparison.Ordinal);
        Assert.Contains("Browser:Kind", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_command_starts_nothing()
    {
        var (exitCode, output, error) = await PublishedServer.RunAsync(_folder, "tokn", "issue");
        Assert.Equal((1, "", "Comando desconhecido: 'tokn'. Veja os comandos com botphone --help"), (exitCode, output, error.Trim()));
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var (exitCode, output, _) = await PublishedServer.RunAsync(_folder, "--version");
        Assert.Equal((0, "0.1.0"), (exitCode, output.Trim()));
    }
}
