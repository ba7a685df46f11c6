using System.Text.Json.Serialization;
using BotPhone.Jobs;

namespace BotPhone.Ledger;

internal sealed record FailuresBody(IReadOnlyList<FailedAccountBody> Falhas, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? NextCursor)
{
    public static FailuresBody Of(FailurePage page) => new([.. page.Accounts.Select(FailedAccountBody.Of)], page.Next);
}

internal sealed record FailedAccountBody(string Operadora, string Cnpj, string Conta, Guid JobId, string ErrorCode, string Error, DateTimeOffset Em, int Tentativas)
{
    public static FailedAccountBody Of(FailedAccount failed) => new(
        failed.Account.Operator, failed.Account.Cnpj.Value, failed.Filter, failed.Last.JobId, failed.Last.ErrorCode, failed.Last.Error, failed.Last.At, failed.Attempts);
}
