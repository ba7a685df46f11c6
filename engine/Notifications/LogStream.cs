using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>What one client of <c>GET /events/logs</c> asks for.</summary>
/// <param name="After">The last line that it has seen, if it comes back.</param>
/// <param name="Whole">Whether it may see identifying values.</param>
internal sealed record LogStreamRequest(Guid? JobId, string? Operator, long? After, bool Whole)
{
    public bool Wants(LogLine line) => (JobId is null || line.JobId == JobId) && (Operator is null || line.Operator == Operator);
}

/// <summary>The lines of all jobs as server-sent events, from where a client left off.</summary>
internal sealed class LogStream(IJobStore store, JobFeed feed, NoticeTexts texts, IHostApplicationLifetime lifetime, TimeProvider time)
{
    private const int Page = 500;

    public async IAsyncEnumerable<SseItem<string>> FollowAsync(LogStreamRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var last = request.After;
        if (last is { } known)
        {
            yield return Greeting(known);
            // The long part of the way without listening, so that nothing has to wait in a buffer meanwhile.
            IReadOnlyList<LogLine> page;
            while ((page = await store.LinesAfterAsync(known, Page)).Count == Page && !ended.IsCancellationRequested)
            {
                foreach (var line in page.Where(request.Wants)) yield return Item(line, request);
                known = page[^1].Number;
            }

            last = known;
        }

        using var listener = feed.Listen(one => one is Counted or OperatorChanged || (one is LineLogged { Line: var line } && request.Wants(line)));
        if (last is { } from)
        {
            await foreach (var line in BetweenAsync(from, listener.Since))
                if (request.Wants(line)) yield return Item(line, request);
        }
        else
        {
            yield return Greeting(listener.Since);
        }

        yield return new SseItem<string>(NoticeTexts.Of(SystemStatusNotice.Of(store.Counts, time)));
        await foreach (var one in listener.ReadAsync(ended.Token))
        {
            yield return new SseItem<string>(texts.Of(one, request.Whole)) { EventId = one is LineLogged { Line.Number: var number } ? Id(number) : null };
        }
    }

    private async IAsyncEnumerable<LogLine> BetweenAsync(long after, long upTo)
    {
        while (true)
        {
            var page = await store.LinesAfterAsync(after, Page);
            foreach (var line in page.TakeWhile(line => line.Number <= upTo)) yield return line;
            if (page.Count < Page || page[^1].Number >= upTo) yield break;
            after = page[^1].Number;
        }
    }

    // Its id lets a client that is cut off before the first line come back without a gap.
    private SseItem<string> Greeting(long last) =>
        new(NoticeTexts.Of(new ConnectionNotice("Conectado ao sistema de logs RPA em tempo real", time.GetUtcNow()))) { EventId = Id(last) };

    private static SseItem<string> Item(LogLine line, LogStreamRequest request) => new(NoticeTexts.Of(LogNotice.Of(line, request.Whole))) { EventId = Id(line.Number) };

    private static string Id(long number) => number.ToString(CultureInfo.InvariantCulture);
}
