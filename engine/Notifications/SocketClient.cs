using System.Net.WebSockets;
using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>One client of <c>WS /ws/notifications</c>: follows what it subscribes to until it or the server ends.</summary>
internal sealed class SocketClient(WebSocket socket, SocketServices services, bool trusted) : IAsyncDisposable
{
    private const string Everything = "*";
    private const int MaxSubscriptions = 1000;
    private const string BadToken = "Token inválido ou expirado";
    private readonly SocketChannel _channel = new(socket);
    private readonly Dictionary<string, SocketSubscription> _subscriptions = [];
    private volatile bool _trusted = trusted;

    public async Task RunAsync()
    {
        using var stopping = services.Lifetime.ApplicationStopping.Register(() => _ = EndAsync(WebSocketCloseStatus.EndpointUnavailable, "O servidor está parando"));
        try
        {
            while (await _channel.ReceiveAsync() is { } message) await HandleAsync(message);
            await _channel.CloseAsync(WebSocketCloseStatus.NormalClosure, "Até logo");
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The client is gone, or did not answer a goodbye.
        }
    }

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        foreach (var subscription in _subscriptions.Values) await subscription.DisposeAsync();
        _channel.Dispose();
    }

    private async Task HandleAsync(ReadOnlyMemory<byte> message)
    {
        if (SocketCommand.Read(message) is not { } command)
        {
            await ErrorAsync("""Mensagem não entendida: envie um texto JSON como {"action":"subscribe","job_id":"…"}""");
            return;
        }

        if (!await AdmitAsync(command.Token)) return;
        await (command switch
        {
            { Action: "ping" } => SayAsync(new PongNotice()),
            { Action: "subscribe", JobId: { } id } => SubscribeAsync(id),
            { Action: "unsubscribe", JobId: { } id } => UnsubscribeAsync(Guid.TryParseExact(id, "D", out var job) ? job.ToString() : id),
            { Action: "subscribe" or "unsubscribe" } => ErrorAsync("Falta o job_id: o id de um job, ou * para todos"),
            _ => ErrorAsync("Ação desconhecida: use subscribe, unsubscribe ou ping"),
        });
    }

    // A token that is given is always checked; where one is needed, nothing goes on without it.
    private async Task<bool> AdmitAsync(string? token)
    {
        if (token is null && (_trusted || !services.Access.NeedsToken)) return true;
        if (token is not null && await services.Access.IsValidAsync(token)) return _trusted = true;
        await ErrorAsync(BadToken);
        if (services.Access.NeedsToken && !_trusted) await EndAsync(WebSocketCloseStatus.PolicyViolation, BadToken);
        return false;
    }

    private async Task SubscribeAsync(string jobId)
    {
        if (jobId == Everything)
        {
            foreach (var id in _subscriptions.Keys.ToList()) await UnsubscribeAsync(id);
            _subscriptions.Add(Everything, SocketSubscription.ToAll(services, _channel.SendAsync, () => _trusted));
        }
        else if (!Guid.TryParseExact(jobId, "D", out var id) || await services.Store.FindAsync(id) is not { } job)
        {
            await ErrorAsync($"Job '{(jobId.Length > 36 ? jobId[..36] + "…" : jobId)}' não encontrado");
        }
        else if (_subscriptions.ContainsKey(Everything))
        {
            // All its lines come already.
            await SayAsync(JobUpdateNotice.Of(job, _trusted));
        }
        else
        {
            await UnsubscribeAsync(id.ToString());
            if (_subscriptions.Count == MaxSubscriptions) await ErrorAsync($"Inscrições demais nesta conexão: no máximo {MaxSubscriptions}");
            else _subscriptions.Add(id.ToString(), SocketSubscription.ToJob(id, services, _channel.SendAsync, () => _trusted));
        }
    }

    private async Task UnsubscribeAsync(string jobId)
    {
        if (_subscriptions.Remove(jobId, out var subscription)) await subscription.DisposeAsync();
    }

    private Task ErrorAsync(string message) => SayAsync(new ErrorNotice(message));

    private Task SayAsync(Notification notice) => _channel.SendAsync(NoticeTexts.Of(notice), CancellationToken.None);

    private async Task EndAsync(WebSocketCloseStatus status, string reason)
    {
        try
        {
            await _channel.CloseAsync(status, reason);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client was faster.
        }
    }
}
