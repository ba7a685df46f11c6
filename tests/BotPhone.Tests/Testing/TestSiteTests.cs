using System.Net;
using BotPhone.Sdk.Testing;

namespace BotPhone.Tests.Testing;

/// <summary>A portal of a few lines, asked over HTTP.</summary>
public sealed class TestSiteTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _client = new();
    private TestSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await TestSite.StartAsync(site => site
            .SignIn("ana", "s3nh@", home: "/pedido")
            .OpenPage("/ajuda", "Ajuda")
            .Page("/pedido", request => $"<form method=post action=/pedir>{request.Query.GetValueOrDefault("mes", "nenhum")}</form>")
            .Form("/pedir", request => $"/pedido?mes={request.Form["mes"]}&arquivo={request.Files.Count}")
            .File("/a/fatura.pdf", [1, 2, 3, 4]));
        _client.BaseAddress = _site.Address;
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("/pedido", "Acesso")]
    [InlineData("/a/fatura.pdf", "Acesso")]
    [InlineData("/nada", "Acesso")]
    [InlineData("/ajuda", "Ajuda")]
    public async Task Page_WithoutASession_IsTheEntrance(string path, string shown) => Assert.Contains(shown, await _client.GetStringAsync(path), StringComparison.Ordinal);

    [Theory]
    [InlineData("ana", "s3nh@", "nenhum", 1)]
    [InlineData("ana", "S3nh@", "Usuário ou senha inválidos", 0)]
    [InlineData("eva", "s3nh@", "Usuário ou senha inválidos", 0)]
    public async Task SignIn_UserAndPassword_Decide(string user, string password, string shown, int sessions)
    {
        Assert.Contains(shown, WebUtility.HtmlDecode(await SignInAsync(user, password)), StringComparison.Ordinal);
        Assert.Equal(sessions, _site.Sessions);
    }

    [Fact]
    public async Task SignOut_Session_IsOver()
    {
        await SignInAsync();
        await _client.GetStringAsync("/sair");
        Assert.Equal(0, _site.Sessions);
        Assert.Contains("Acesso", await _client.GetStringAsync("/pedido"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_FieldsAndFiles_ArriveAndLeadOn()
    {
        await SignInAsync();
        using var form = new MultipartFormDataContent { { new StringContent("janeiro"), "mes" }, { new ByteArrayContent([7]), "anexo", "a.pdf" } };
        using var answer = await _client.PostAsync("/pedir", form);
        Assert.Contains("janeiro", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal([7], Assert.Single(_site.RequestsTo("POST", "/pedir")).Files["anexo"]);
    }

    [Fact]
    public async Task File_Name_IsThePathsLastPart()
    {
        await SignInAsync();
        using var answer = await _client.GetAsync("/a/fatura.pdf");
        Assert.Equal(("application/pdf", "fatura.pdf"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName));
    }

    [Fact]
    public async Task Fault_Once_IsOverAfterwards()
    {
        _site.Fault(Fault.Error("/ajuda", HttpStatusCode.BadGateway).Once());
        Assert.Equal((HttpStatusCode.BadGateway, HttpStatusCode.OK), (await StatusAsync("/ajuda"), await StatusAsync("/ajuda")));
    }

    [Fact]
    public async Task Fault_Mended_IsOver()
    {
        _site.Fault(Fault.Error("/ajuda"));
        Assert.Equal(HttpStatusCode.InternalServerError, await StatusAsync("/ajuda"));
        _site.Mend();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/ajuda"));
    }

    [Fact]
    public async Task Fault_OfAnElementThatIsNotThere_SaysSo()
    {
        _site.Fault(Fault.ChangedElement("/ajuda", "class=x", "class=y"));
        using var answer = await _client.GetAsync("/ajuda");
        Assert.Contains("class=x", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task Faults_OfOnePath_ComeTogether()
    {
        await SignInAsync();
        _site.Fault(Fault.CutFile("/a/fatura.pdf"));
        _site.Fault(Fault.Slow("/a/fatura.pdf", TimeSpan.FromMilliseconds(1)));
        Assert.Equal([1, 2], await _client.GetByteArrayAsync("/a/fatura.pdf"));
        _site.Fault(Fault.EndedSession("/a/fatura.pdf"));
        await _client.GetStringAsync("/a/fatura.pdf");
        Assert.Equal(0, _site.Sessions);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await _client.GetAsync(path);
        return answer.StatusCode;
    }

    private async Task<string> SignInAsync(string user = "ana", string password = "s3nh@")
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["usuario"] = user, ["senha"] = password });
        using var answer = await _client.PostAsync("/", form);
        return await answer.Content.ReadAsStringAsync();
    }
}
