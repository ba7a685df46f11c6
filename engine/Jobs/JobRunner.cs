using System.Security.Cryptography;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>Runs one claimed job from its start to its durable final state.</summary>
internal sealed class JobRunner(
    IJobStore store, AttemptTools tools, PayloadVault vault, TimeProvider time, ILogger<JobRunner> log)
{
    // A job that is out of time ends soon after, whatever its browser does.
    private static readonly TimeSpan EvidenceLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LateEvidenceLimit = TimeSpan.FromSeconds(2);

    private readonly JobsOptions _options = tools.Options;

    /// <param name="stop">Cancelled when the server stops and the job's time to finish is over: the job is given back.</param>
    /// <returns>How it ended; null when it was given back.</returns>
    public async Task<JobOutcome?> RunAsync(Job job, IOperatorVersion @operator, CancellationToken stop)
    {
        if (await OpenAsync(job) is not { } values) return new JobOutcome(ErrorCode.Interrupted);
        var progress = new JobProgress(job, Discretion.Of(@operator, values), store, time, log);

        progress.Announce(LogLevel.Information, $"Iniciando processamento da operadora {job.Operator}");
        // After a crash a restartable job is run again anyway: nobody need wait until it is known that it had begun.
        var begun = progress.CommitAsync(pending => pending.Start(@operator.Version, time.GetUtcNow()));
        if (!@operator.Restartable) await begun;
        CrashPoint.Pass(CrashPoint.JobStarted);
        WarnOfCheckDigits(progress, @operator.Payload, values);

        var limit = @operator.Timeout ?? _options.Timeout;
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, timeout.Token);
        await using var run = new JobRun(progress, @operator, values, Credentials.Of(job, @operator.Payload, values), timeout.Token);
        try
        {
            if (run.Credentials is { } credentials) await tools.Logins.CheckAsync(credentials);
            await Retry.RunAsync(
                () => AttemptAsync(run, either.Token),
                (code, attempt) => RetryPolicy.BeforeNextRun(code, attempt, run.SignIn, _options),
                (failure, pause) => progress.Log(
                    LogLevel.Warning, $"Tentativa {progress.Job.Attempt} falhou ({failure.Code}): {failure.Message}. Nova tentativa em {pause.TotalSeconds:0.#} s"),
                time,
                either.Token);
            progress.Announce(LogLevel.Information, "Processamento concluído com sucesso");
            await EndAsync(progress, running => running.Complete(time.GetUtcNow()));
            return Ended(@operator, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !timeout.IsCancellationRequested)
        {
            return await GiveBackAsync(progress, @operator);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await FailAsync(progress, OutOfTime(@operator));
            return new JobOutcome(ErrorCode.JobTimeout);
        }
        catch (DocumentStoreException down)
        {
            // Not run again: the invoice is fetched and proven, and another run would bring the same.
            await FailAsync(progress, new OperatorException(ErrorCode.StorageFailed, down.Message));
            return Ended(@operator, ErrorCode.StorageFailed);
        }
        catch (OperatorException failure)
        {
            if (failure.InnerException is { } cause) progress.LogFault($"{failure.Code}: {failure.Message}", cause);
            await FailAsync(progress, failure);
            return Ended(@operator, failure.Code);
        }
    }

    /// <summary>Ends a job that ran when the process died and that may not simply be run again.</summary>
    public Task InterruptAsync(Job job) => AbandonAsync(job, ErrorCode.Interrupted.Explanation);

    /// <summary>Ends a job that the server itself cannot run.</summary>
    public Task AbandonAsync(Job job, string reason) =>
        FailAsync(new JobProgress(job, Discretion.WithoutRequest, store, time, log), new OperatorException(ErrorCode.Interrupted, reason));

    // What cannot be opened can never be run: the request itself is lost, and the client must know.
    private async Task<IReadOnlyDictionary<string, string>?> OpenAsync(Job job)
    {
        try
        {
            return await vault.OpenAsync(job.Id);
        }
        catch (Exception exception) when (exception is IOException or CryptographicException)
        {
            JobsLog.NotOpened(log, exception, job.Id);
            await AbandonAsync(job, "o pedido guardado não pôde ser lido");
            return null;
        }
    }

    private static JobOutcome Ended(IOperatorVersion @operator, ErrorCode? failure)
    {
        @operator.Ended(failure);
        return new JobOutcome(failure);
    }

    private async Task<bool> AttemptAsync(JobRun run, CancellationToken cancellation)
    {
        var (progress, @operator, values, credentials, timeout) = run;
        await tools.Evidence.RemoveAsync(progress.Job);
        progress.Change(job => job.BeginAttempt());
        progress.Announce(LogLevel.Information, $"Executando RPA para {@operator.Code}");
        CrashPoint.Pass(CrashPoint.AttemptBegun);

        await using var running = new RunningJob(progress, @operator, values, credentials, tools, cancellation);
        try
        {
            var result = await CallAsync(@operator, running, cancellation);
            await running.SignOutAsync(null);
            progress.Change(job => job.Finishing());
            progress.Announce(LogLevel.Information, "RPA executado, finalizando...");
            await store.ConfirmAsync(progress.Job);
            run.Filed = await running.StoreAsync(result);
            CrashPoint.Pass(CrashPoint.DocumentStored);
            progress.Change(job => job.Capture(run.Filed.Document));
            CrashPoint.Pass(CrashPoint.DocumentCaptured);
            return true;
        }
        catch (OperatorException failure)
        {
            await running.WitnessAsync(failure, EvidenceLimit);
            await running.SignOutAsync(failure.Code);
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await running.WitnessAsync(OutOfTime(@operator), LateEvidenceLimit);
            throw;
        }
        finally
        {
            run.SignIn = running.SignIn;
        }
    }

    // A session that another job has left may have ended meanwhile, in whatever way a portal shows that. No password was sent: it is no attempt of its own.
    private static async Task<OperatorResult> CallAsync(IOperatorVersion @operator, RunningJob running, CancellationToken cancellation)
    {
        try
        {
            return await RunOperatorAsync();
        }
        catch (OperatorException) when (running.FoundNobodySignedIn)
        {
            await running.StartOverAsync();
            return await RunOperatorAsync();
        }

        Task<OperatorResult> RunOperatorAsync() => OperatorCall.RunAsync(() => @operator.RunAsync(running), running.IsProven, cancellation);
    }

    private OperatorException OutOfTime(IOperatorVersion @operator) =>
        new(ErrorCode.JobTimeout, $"o job não terminou em {@operator.Timeout ?? _options.Timeout:c}");

    private static void WarnOfCheckDigits(JobProgress progress, PayloadSchema schema, IReadOnlyDictionary<string, string> values)
    {
        foreach (var field in schema.Fields.Where(field => field.Kind == FieldKind.Cnpj))
        {
            if (Cnpj.TryParse(values.GetValueOrDefault(field.Name), out var cnpj) && !cnpj.HasValidCheckDigits)
                progress.Log(LogLevel.Warning, $"O CNPJ {cnpj} tem dígitos verificadores errados; seguindo mesmo assim");
        }
    }

    private Task FailAsync(JobProgress progress, OperatorException failure)
    {
        var error = progress.Discretion.Secrets.Clean(JobErrors.Text(failure));
        progress.Log(LogLevel.Error, error);
        return EndAsync(progress, job => job.Fail(failure.Code, error, progress.Discretion.Identifiers.Apply(error), time.GetUtcNow()));
    }

    private async Task EndAsync(JobProgress progress, Func<Job, Job> end)
    {
        await progress.EndAsync(end);
        CrashPoint.Pass(CrashPoint.JobEnded);
        await vault.EraseAsync(progress.Job.Id);
        CrashPoint.Pass(CrashPoint.PayloadErased);
    }

    private async Task<JobOutcome?> GiveBackAsync(JobProgress progress, IOperatorVersion @operator)
    {
        if (!@operator.Restartable)
        {
            await FailAsync(progress, new OperatorException(ErrorCode.Interrupted));
            return new JobOutcome(ErrorCode.Interrupted);
        }

        progress.Log(LogLevel.Information, "O servidor está parando: o job volta para a fila");
        await progress.CommitAsync(job => job.GiveBack());
        return null;
    }

    /// <summary>What all attempts of a job have in common.</summary>
    private sealed record JobRun(
        JobProgress Progress, IOperatorVersion Operator, IReadOnlyDictionary<string, string> Values, Credentials? Credentials, CancellationToken Timeout)
        : IAsyncDisposable
    {
        /// <summary>How far the last attempt came with its password.</summary>
        public SignInState SignIn { get; set; }

        /// <summary>What was filed; others who look for the same invoice wait until the job has ended.</summary>
        public FiledInvoice? Filed { get; set; }

        public ValueTask DisposeAsync() => Filed?.DisposeAsync() ?? default;
    }
}
