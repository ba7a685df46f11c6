using BotPhone.Invoices;

namespace BotPhone.Sdk.Testing;

/// <summary>Runs an operator as the server does, without a server: one attempt, in a real browser of its own.</summary>
public static class OperatorHarness
{
    // As the server's: who is out of time ends soon after, whatever its browser does.
    private static readonly TimeSpan EvidenceLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LateEvidenceLimit = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Runs one attempt to its end. That the operator fails is a result, not an exception: whatever it throws is in <see cref="OperatorRun.Failure"/>.
    /// </summary>
    /// <typeparam name="TOperator">The operator, a public class with <see cref="OperatorAttribute"/>.</typeparam>
    /// <param name="payload">
    /// The request: an object of the operator's payload type, an object that looks like the JSON body
    /// (<c>new { login = "ana", senha = "…", filtro = "123", cnpj = "…" }</c>), or the JSON itself.
    /// </param>
    /// <param name="settings">
    /// An object of the operator's settings type, which <see cref="OperatorJson.Read{T}(string?)"/> reads from a file; <see langword="null"/> (the
    /// default) takes the <c>operator.json</c> beside the operator's assembly.
    /// </param>
    /// <param name="options">How to run; <see langword="null"/> (the default) is without a window and with the server's limits.</param>
    /// <exception cref="ArgumentException">The server would refuse the payload, with the reasons; or the settings are of another type.</exception>
    /// <exception cref="InvalidOperationException">The server would refuse the operator: it lacks <see cref="OperatorAttribute"/>, or its settings do not fit.</exception>
    /// <exception cref="OperationCanceledException"><see cref="HarnessOptions.Cancellation"/> was cancelled.</exception>
    public static async Task<OperatorRun> RunAsync<TOperator>(object payload, object? settings = null, HarnessOptions? options = null)
        where TOperator : IOperator, new()
    {
        ArgumentNullException.ThrowIfNull(payload);
        options ??= new HarnessOptions();
        var about = OperatorCard.Of(typeof(TOperator));
        var request = PayloadValues.Of(about.Payload, payload);
        var ready = about.SettingsFrom(settings);
        var (hosts, blocked) = OperatorJson.NetworkOf(typeof(TOperator), ready, options.Hosts);

        var limit = about.Timeout ?? options.Timeout;
        using var timeout = new CancellationTokenSource(limit, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, options.Cancellation);
        await using var job = new HarnessJob(about, request, ready, hosts, blocked, options, either.Token);
        try
        {
            var result = await OperatorCall.RunAsync(() => OnceAsync<TOperator>(job), job.IsProven, either.Token);
            await job.SignOutAsync();
            return await EndAsync(options, job.Succeed(result));
        }
        catch (OperatorException failure)
        {
            var evidence = await job.CaptureAsync(EvidenceLimit);
            await job.SignOutAsync();
            return await EndAsync(options, job.Fail(failure, evidence));
        }
        catch (OperationCanceledException) when (!options.Cancellation.IsCancellationRequested)
        {
            return job.Fail(new OperatorException(ErrorCode.JobTimeout, $"o job não terminou em {limit:c}"), await job.CaptureAsync(LateEvidenceLimit));
        }
    }

    private static async Task<OperatorResult> OnceAsync<TOperator>(JobContext job)
        where TOperator : IOperator, new()
    {
        var @operator = new TOperator();
        using var disposable = @operator as IDisposable;
        return await @operator.RunAsync(job);
    }

    private static async Task<OperatorRun> EndAsync(HarnessOptions options, OperatorRun run)
    {
        if (options.Hold is { } hold) await hold(run);
        return run;
    }
}
