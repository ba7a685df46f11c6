using BotPhone.Documents.Names;
using BotPhone.Jobs;
using BotPhone.Nodes;
using BotPhone.Ledger;
using BotPhone.Sdk;
using BotPhone.Statistics;

namespace BotPhone.Api;

/// <summary>A made-up job at the stages of its way, made by the very changes that real ones go through.</summary>
internal sealed class ExampleJob(IOperatorVersion? @operator)
{
    public const string Id = "c489e92d-39ce-48da-a546-97f5a444cbe4";
    public const string ProcessoId = "b4148f5f-e820-408a-b623-8f1ba3fd2578";

    private static readonly DateTimeOffset Accepted = new(2024, 1, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly ExpectedInvoice Wanted = new(Cnpj.Parse("12.345.678/0001-90"), "12345678", new DateOnly(2024, 1, 15));

    // A server may be without operators, and still has documentation.
    private readonly string _code = @operator?.Code ?? "EXEMPLO";

    public Job Pending => new() { Id = Guid.Parse(Id), Number = 5, Operator = _code, Client = new JobClient(Wanted.Cnpj.Value, Wanted.Account), CreatedAt = Accepted, ProcessoId = Guid.Parse(ProcessoId) };

    public Job Running => Pending.Start(@operator?.Version ?? "1.0.0", Accepted.AddSeconds(5)).BeginAttempt().Advance(75);

    public Job Completed => Running.Finishing().Capture(Invoice).Complete(Accepted.AddSeconds(42));

    public Job Failed
    {
        get
        {
            var text = JobErrors.Text(new OperatorException(ErrorCode.InvalidCredentials));
            return Running.Fail(ErrorCode.InvalidCredentials, text, text, Accepted.AddSeconds(42));
        }
    }

    public LedgerEntry Entry => LedgerEntry.Of(Completed).Single();

    public AccountGaps Gaps => AccountGaps.Of(new HeldAccount(1, Entry.Invoice.Account, [Entry.Invoice.Month]), null, Entry.Invoice.Month.Plus(2));

    public FailedAccount FailedAccount => new(Failed.Client.AccountWith(_code)!, Wanted.Account, FailedJob.Of(Failed)!, Attempts: 1);

    public OperatorChanged Deploy => new(_code, @operator?.Version ?? "1.0.0", OperatorChanged.Loaded, $"A operadora {_code} atende", Accepted);

    public NodesBody Nodes => new([new NodeBody("no-1", "active", Accepted, 1, [new NodeOperatorBody(_code, @operator?.Version ?? "1.0.0")])]);

    public StatisticsBody Statistics
    {
        get
        {
            var day = BrazilianTime.DayOf(Accepted);
            return StatisticsBody.Of(
                day, day, [new JobDay(day, _code).Add(Completed).Add(Failed)], [FailedJob.Of(Failed)!], [new QueuePoint(Accepted.ToUnixTimeSeconds() / 60, Pending: 3, Active: 5)]);
        }
    }

    private StoredDocument Invoice => new(
        DocumentNames.Default.Of(_code, Wanted).Value, StoredDocument.Invoice, 48_213, "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752", Wanted.DueDate) { Identity = InvoiceIdentity.Of(_code, Wanted) };

    public IReadOnlyList<LogLine> LogOf(Job job) =>
    [
        Line(10, LogLevel.Information, $"Iniciando processamento da operadora {_code}"),
        Line(15, LogLevel.Information, $"Executando RPA para {_code}"),
        .. job.HasEnded ? [Line(42, LogLevel.Warning, $"Job {Id} concluído: {(job.Status == JobStatus.Completed ? "completed" : "failed")}")] : Array.Empty<LogLine>(),
    ];

    private LogLine Line(int second, LogLevel level, string message) =>
        new(Guid.Parse(Id), _code, Accepted.AddSeconds(second), LogLine.LevelName(level), message, Masked: null);
}
