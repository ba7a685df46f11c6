using BotPhone.Jobs;
using BotPhone.Sdk;
using BotPhone.Tests.Jobs;

namespace BotPhone.Tests.Statistics;

/// <summary>Jobs as they end, without an operator.</summary>
internal static class EndedJobs
{
    public const string Cnpj = "11222333000181";

    // Above those of the jobs that a test's server accepts.
    private static long _number = 2_000_000;

    public static Job Running(string @operator, string? account, DateTimeOffset started, string? cnpj = Cnpj) =>
        (JobTests.Pending(Interlocked.Increment(ref _number), @operator) with { Client = new JobClient(cnpj, account) }).Start("1", started).BeginAttempt();

    public static Job Completed(string @operator, string? account, DateTimeOffset ended, TimeSpan? took = null, string? cnpj = Cnpj) => Running(@operator, account, ended - (took ?? TimeSpan.FromSeconds(5)), cnpj)
        .Capture(new StoredDocument($"faturas/{account}.pdf", StoredDocument.Invoice, 10, "ab", null)).Complete(ended);

    public static Job Failed(string @operator, string? account, DateTimeOffset ended, ErrorCode? code = null, string? cnpj = Cnpj) =>
        Running(@operator, account, ended, cnpj).Fail(code ?? ErrorCode.Captcha, $"Erro de {account}", "Erro", ended);
}
