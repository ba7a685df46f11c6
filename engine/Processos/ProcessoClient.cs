using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using BotPhone.Api;
using BotPhone.Jobs;
using Polly.Timeout;

namespace BotPhone.Processos;

/// <summary>Puts an update to the API of processos, at the first of its endpoints that takes it.</summary>
internal sealed class ProcessoClient(HttpClient http)
{
    /// <summary>How long an endpoint may take to answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<Delivery> SendAsync(ProcessoUpdate update, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ProcessoBody.Of(update), ApiJson.Wire.ProcessoBody);
        var answers = new List<EndpointAnswer>();
        foreach (var path in PathsTo(update.ProcessoId))
        {
            answers.Add(await PutAsync(path, body, cancellation));
            if (answers[^1].Accepted) break;
        }

        return new Delivery(answers);
    }

    private static IEnumerable<string> PathsTo(Guid processo) =>
        [$"/api/processos/{processo}/status", $"/processos/{processo}/status", $"/api/processos/{processo}"];

    // Whatever goes wrong at one endpoint, the next one is asked.
    private async Task<EndpointAnswer> PutAsync(string path, byte[] body, CancellationToken cancellation)
    {
        try
        {
            // Relative, so that it continues the address and its path.
            using var request = new HttpRequestMessage(HttpMethod.Put, path[1..]);
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new EndpointAnswer(path, response.IsSuccessStatusCode, string.Create(CultureInfo.InvariantCulture, $"respondeu {(int)response.StatusCode}"));
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            return new EndpointAnswer(path, false, Reason(exception));
        }
    }

    // In our own words: what an exception says may hold more than a job's log should.
    private static string Reason(Exception exception) => exception switch
    {
        TimeoutRejectedException => string.Create(CultureInfo.InvariantCulture, $"não respondeu em {Patience.TotalSeconds} s"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "não aceitou a conexão",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "fica em um servidor que não foi encontrado",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "não ofereceu uma conexão segura válida",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "deu uma resposta inválida",
        HttpRequestException => "interrompeu a conexão",
        _ => "não pôde ser chamado",
    };
}
