using System.Net;
using System.Net.Http.Headers;
using System.Xml;
using System.Xml.Linq;
using BotPhone.Jobs;
using BotPhone.Sdk;
using Minio;
using Minio.DataModel.Args;

namespace BotPhone.Documents.Stores;

/// <summary>One bucket. Reads are requests of our own to signed addresses, since Minio 7.0.0 cannot read ranges; the rest is Minio's.</summary>
internal sealed class S3Connection : IDisposable
{
    private static readonly TimeSpan PatienceToConnect = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SignatureLifetime = TimeSpan.FromMinutes(5);
    private readonly MinioOptions _options;
    private readonly HttpClient _http;
    private readonly IMinioClient _minio;

    public S3Connection(MinioOptions options)
    {
        _options = options;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = PatienceToConnect, PooledConnectionLifetime = ConnectionLifetime,
        });
        _minio = new MinioClient().WithEndpoint(options.Endpoint).WithCredentials(options.AccessKey, options.SecretKey).WithSSL(options.Secure).WithHttpClient(_http).Build();
        // Minio 7.0.0 makes it half an hour.
        _http.Timeout = options.Timeout;
    }

    /// <summary>How long a piece of an answer may be waited for.</summary>
    public TimeSpan Timeout => _options.Timeout;

    /// <summary>Why the last request failed, or null when it did not.</summary>
    public string? Fault { get; private set; }

    /// <returns>The answer, its body still to be read; null when there is no such object.</returns>
    public Task<HttpResponseMessage?> GetAsync(StorageKey key, RangeHeaderValue range, CancellationToken cancellation) => AskAsync<HttpResponseMessage?>(
        async () =>
        {
            var address = await _minio.PresignedGetObjectAsync(new PresignedGetObjectArgs().WithBucket(_options.Bucket).WithObject(key.Value).WithExpiry((int)SignatureLifetime.TotalSeconds));
            using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = range } };
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode == HttpStatusCode.PartialContent) return answer;
            using (answer)
            {
                var code = await CodeOfAsync(answer, cancellation);
                return answer.StatusCode == HttpStatusCode.NotFound && code != S3Faults.NoBucket ? null : throw new S3RefusalException(answer.StatusCode, code);
            }
        },
        cancellation);

    /// <summary>Sends a file: in one request, or, from 5 MiB on, in parts of 16 MiB, one after another. Of a part there may be four copies in memory.</summary>
    public Task PutAsync(StorageKey key, Stream content, string sha256, CancellationToken cancellation) => AskAsync(
        () => _minio.PutObjectAsync(
            new PutObjectArgs().WithBucket(_options.Bucket).WithObject(key.Value).WithStreamData(content).WithObjectSize(content.Length)
                .WithContentType(Path.GetExtension(key.Value) == ".txt" ? "text/plain" : "application/pdf").WithHeaders(new Dictionary<string, string> { ["x-amz-meta-sha256"] = sha256 }),
            cancellation),
        cancellation);

    public Task RemoveAsync(StorageKey key, CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await _minio.RemoveObjectAsync(new RemoveObjectArgs().WithBucket(_options.Bucket).WithObject(key.Value), cancellation);
            return true;
        },
        cancellation);

    public Task MakeBucketAsync(CancellationToken cancellation) => AskAsync(
        async () =>
        {
            await _minio.MakeBucketAsync(new MakeBucketArgs().WithBucket(_options.Bucket), cancellation);
            return true;
        },
        cancellation);

    public void Dispose()
    {
        _minio.Dispose();
        _http.Dispose();
    }

    // The edge to the network and to a library that throws what it pleases, a NullReferenceException for some answers.
    public async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            var answer = await ask();
            Fault = null;
            return answer;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            var fault = S3Faults.Of(exception, _options);
            Fault = fault.Message;
            throw fault;
        }
    }

    private static async Task<string?> CodeOfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            return XDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation)).Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "Code")?.Value;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
