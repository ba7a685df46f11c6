using System.Net;
using System.Net.Http.Headers;
using BotPhone.Hosting;
using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BotPhone.Tests.Documents.Stores;

/// <summary>A whole server that keeps its documents in a bucket: clients see no difference.</summary>
[Collection(OneStoreTestAtATime.Name)]
public sealed class When_documents_are_in_S3(S3Server s3)
{
    [Fact]
    public async Task A_job_ends_and_its_file_is_read_as_a_whole_and_in_pieces()
    {
        await using var server = await TestServer.StartAsync(s3.Settings());
        var ended = await server.Client.RunAsync("probe", Payloads.Probe("ok"));
        Assert.Equal("COMPLETED", (string)ended["status"]!);
        var path = $"/arquivos/{ended["result"]}";
        var whole = await server.Client.Http.GetByteArrayAsync(path);
        Assert.Equal((long)ended["documents"]![0]!["size"]!, whole.Length);
        Assert.False(Directory.Exists(Path.Combine(server.DataPath, "documents")));

        using var piece = await GetAsync(server, path, request => request.Headers.Range = new RangeHeaderValue(5, 9));
        Assert.Equal((HttpStatusCode.PartialContent, 5, $"bytes 5-9/{whole.Length}"), (piece.StatusCode, piece.Content.Headers.ContentLength, $"{piece.Content.Headers.ContentRange}"));
        Assert.Equal(whole[5..10], await piece.Content.ReadAsByteArrayAsync());

        using var end = await GetAsync(server, path, request => request.Headers.Range = new RangeHeaderValue(null, 6));
        Assert.Equal(whole[^6..], await end.Content.ReadAsByteArrayAsync());

        using var beyond = await GetAsync(server, path, request => request.Headers.Range = new RangeHeaderValue(whole.Length, null));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);

        using var known = await GetAsync(server, path, request => request.Headers.IfNoneMatch.Add(piece.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.SendAsync(HttpMethod.Get, $"{path}.nada")).Status);
        Assert.DoesNotContain($"{S3Server.AccessKey}{S3Server.SecretKey}", server.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operator_that_works_with_a_stored_file_gets_a_copy_for_its_attempt()
    {
        await using var server = await TestServer.StartAsync(s3.Settings());
        var key = StorageKey.Parse((string)(await server.Client.RunAsync("probe", Payloads.Probe("ok")))["result"]!);
        var invoices = server.Services.GetRequiredService<IInvoices>();
        var file = await invoices.OpenAsync(key, default);
        Assert.Equal(key.Value.Split('/')[^1], Path.GetFileName(file.Path));
        Assert.Equal(await server.Client.Http.GetByteArrayAsync($"/arquivos/{key}"), await File.ReadAllBytesAsync(file.Path));

        invoices.Close(file);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.DataPath, "opened")));
        Assert.Same(ErrorCode.StorageFailed, (await Assert.ThrowsAsync<OperatorException>(() => invoices.OpenAsync(StorageKey.Parse("nada.pdf"), default))).Code);
    }

    [Fact]
    public async Task A_wrong_secret_stops_the_start_and_is_not_shown()
    {
        var fault = await Assert.ThrowsAsync<StartupException>(() => TestServer.StartAsync(s3.Settings("errada-e-secreta")));
        Assert.StartsWith("Minio:SecretKey: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("errada-e-secreta", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_key_by_key()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => TestServer.StartAsync("--Artifacts:Provider=s3", "--Minio:Endpoint=http://s3.exemplo.com"));
        Assert.Equal(["Minio:Endpoint", "Minio:AccessKey", "Minio:SecretKey", "Minio:Bucket"], fault.Failures.Select(failure => failure.Split(' ')[0]));
    }

    private static Task<HttpResponseMessage> GetAsync(TestServer server, string path, Action<HttpRequestMessage> asking)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        asking(request);
        return server.Client.Http.SendAsync(request);
    }
}
