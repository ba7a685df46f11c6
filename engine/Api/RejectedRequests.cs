using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BotPhone.Api;

/// <summary>
/// Gives a body to the answers with which the web server itself rejects what is no HTTP request, before anything of ours sees it:
/// a malformed request line, a bad header, too many of them.
/// </summary>
internal static class RejectedRequests
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static void UseErrorsForRejectedRequests(this WebApplication app) =>
        app.Services.GetRequiredService<DiagnosticListener>().Subscribe(new Observer(), name => name == BadRequest);

    private sealed class Observer : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: BadRequest, Value: IFeatureCollection features }) Answer(features);
        }

        public void OnCompleted()
        {
            // The server has stopped.
        }

        public void OnError(Exception error)
        {
            // The server does not tell of errors here.
        }

        private static void Answer(IFeatureCollection features)
        {
            var (request, response) = (features.GetRequiredFeature<IHttpRequestFeature>(), features.GetRequiredFeature<IHttpResponseFeature>());
            if (response.HasStarted || request.Protocol is "HTTP/2" or "HTTP/3") return;

            var body = JsonSerializer.SerializeToUtf8Bytes(new ErrorBody(ErrorPages.DetailOf(response.StatusCode)), ApiJson.Wire.ErrorBody);
            response.Headers.ContentType = "application/json; charset=utf-8";
            response.Headers.ContentLength = body.Length;
            response.Headers.Connection = "close";
            // The server writes the head. It has no stream for a body yet: that goes into the same pipe, right behind it.
            features.GetRequiredFeature<IHttpResponseBodyFeature>().StartAsync().GetAwaiter().GetResult();
            var output = features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Output;
            if (!HttpMethods.IsHead(request.Method)) output.Write(body);
            _ = output.FlushAsync().AsTask();
        }
    }
}
