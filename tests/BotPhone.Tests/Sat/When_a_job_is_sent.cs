using System.Net;
using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Sat;

/// <summary>The route and the body, as the contract says.</summary>
public class When_a_job_is_sent
{
    private const string Wrong = """{"cnpj":"1","razao":"","nome_filtro":7,"unidade":null,"dados_sat":"x","nome_arquivo":"../senha","data_vencimento":"31/02/2026"}""";

    [Fact]
    public async Task The_route_is_not_the_code()
    {
        await using var server = await TestServer.StartWithAsync(["Sat"]);
        var (status, body) = await server.Client.SendAsync(HttpMethod.Post, "/executar/SAT", "{}");
        Assert.Equal((HttpStatusCode.NotFound, "Operadora 'SAT' não encontrada"), (status, (string)body["detail"]!));
    }

    [Theory]
    [InlineData("missing", "{}")]
    [InlineData("wrong", Wrong)]
    public async Task All_faults_are_listed_in_the_order_of_the_fields(string name, string sent)
    {
        await using var server = await TestServer.StartWithAsync(["Sat"]);
        var (status, body) = await server.Client.SendAsync(HttpMethod.Post, "/executar/sat", sent);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Snapshot.Match(body, name);
    }

    [Fact]
    public async Task The_body_is_described()
    {
        await using var server = await TestServer.StartWithAsync(["Sat"]);
        var document = await ApiDocument.ReadAsync(server);
        var operation = document.Operations.Single(one => one.Path == "/executar/sat");
        Snapshot.Match(operation.Node["requestBody"]!, "body");
        Snapshot.Match(document.Schemas.Single(schema => schema.Value!["properties"]?["dados_sat"] is not null).Value!, "schema");
    }
}
