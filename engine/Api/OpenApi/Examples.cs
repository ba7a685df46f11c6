using BotPhone.Auth;
using BotPhone.Jobs;
using BotPhone.Ledger;
using BotPhone.Nodes;
using BotPhone.Operators;
using BotPhone.Statistics;

namespace BotPhone.Api;

/// <summary>Examples of what is sent; the operator in them is one that is loaded.</summary>
internal sealed class Examples(IOperators operators)
{
    private static readonly HealthBody Healthy = new("healthy", "API está funcionando", 0, 1);
    private static readonly HealthBody Unhealthy = new("unhealthy", "O agendador de jobs parou", 3, 0);

    /// <summary>None for a type that is not known here: its schema has to do.</summary>
    public IReadOnlyList<Example> Of(Type body, int status)
    {
        var job = new ExampleJob(operators.Loaded is [var first, ..] ? first : null);
        if (body == typeof(JobStatusBody)) return StatusesOf(job);
        if (body == typeof(JobCreatedBody)) return [Only(JobCreatedBody.Of(job.Pending))];
        if (body == typeof(JobListBody)) return [Only(JobListBody.Of(new JobPage(1, [job.Completed], null)))];
        if (body == typeof(LedgerBody)) return [Only(LedgerBody.Of(new LedgerPage([job.Entry], null)))];
        if (body == typeof(GapsBody)) return [Only(GapsBody.Of([job.Gaps], null))];
        if (body == typeof(FailuresBody)) return [Only(FailuresBody.Of(new FailurePage([job.FailedAccount], null)))];
        if (body == typeof(StatisticsBody)) return [Only(job.Statistics)];
        if (body == typeof(DeployHistoryBody)) return [Only(DeployHistoryBody.Of([job.Deploy]))];
        if (body == typeof(NodesBody)) return [Only(job.Nodes)];
        if (body == typeof(LiveBody)) return [Only(new LiveBody("alive"))];
        if (body == typeof(TokenBody)) return [Only(new TokenBody("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...", 525_600, "Token atual"))];
        if (body == typeof(HealthBody)) return [Only(status == StatusCodes.Status200OK ? Healthy : Unhealthy)];
        return [];
    }

    private static Example Only(object body) => new("exemplo", "Exemplo", body);

    private static IReadOnlyList<Example> StatusesOf(ExampleJob example)
    {
        return [Status("em_execucao", "Em execução", example.Running), Status("concluido", "Concluído", example.Completed), Status("falhou", "Falhou", example.Failed)];

        Example Status(string name, string title, Job job) => new(name, title, JobStatusBody.Of(job, example.LogOf(job)));
    }
}
