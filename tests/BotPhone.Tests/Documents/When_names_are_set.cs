using BotPhone.Tests.Kit;

namespace BotPhone.Tests.Documents;

/// <summary>The setting <c>Documents:KeyTemplate</c>, as clients see it.</summary>
public class When_names_are_set
{
    /// <summary>The short form of the document from which this product is made.</summary>
    [Fact]
    public async Task Results_have_the_short_form_and_nothing_is_overwritten()
    {
        await using var server = await TestServer.StartAsync("--Documents:KeyTemplate=faturas/{{ operadora }}_{{ competencia }}.pdf");
        var first = await FetchAsync(server, new { login = "ana", senha = "x", filtro = "1234-5678", cnpj = "11.222.333/0001-81" });
        var other = await FetchAsync(server, new { login = "ana", senha = "x", filtro = "8765-4321", cnpj = "12.345.678/0001-90" });
        var again = await FetchAsync(server, new { login = "ana", senha = "x", filtro = "1234-5678", cnpj = "11.222.333/0001-81" });
        Assert.Equal(("faturas/probe_202601.pdf", "faturas/probe_202601_2.pdf", "faturas/probe_202601.pdf"), (first.Key, other.Key, again.Key));
        Assert.Equal(first.Content, again.Content);
        Assert.NotEqual(first.Content, other.Content);
    }

    [Fact]
    public async Task What_was_asked_for_stands_in_the_name()
    {
        await using var server = await TestServer.StartAsync();
        var file = await FetchAsync(server, new { login = "ana", senha = "x", filtro = "AB.12_10", cnpj = "11.222.333/0001-81" });
        Assert.Equal("faturas/probe/11222333000181/probe_202601_ab12_10.pdf", file.Key);
    }

    private static async Task<(string Key, string Content)> FetchAsync(TestServer server, object payload)
    {
        var status = await server.Client.RunAsync("probe", payload);
        Assert.Equal("COMPLETED", (string)status["status"]!);
        var key = (string)status["result"]!;
        return (key, Convert.ToHexString(await server.Client.Http.GetByteArrayAsync($"/arquivos/{key}")));
    }
}
