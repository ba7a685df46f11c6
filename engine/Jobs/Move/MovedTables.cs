using NpgsqlTypes;
using static NpgsqlTypes.NpgsqlDbType;

namespace BotPhone.Jobs.Move;

/// <summary>The tables that a move fills, as the first of the numbered scripts makes them.</summary>
internal static class MovedTables
{
    public static MovedTable Jobs { get; } = new(
        "jobs", ("id", Uuid), ("number", Bigint), ("operator", Text), ("status", Text), ("claim", Integer), ("revision", Integer), ("request_key", Text), ("completed_at", TimestampTz), ("document", Jsonb));

    public static MovedTable Lines { get; } = new("job_events", ("number", Bigint), ("job_id", Uuid), ("kind", InternalChar), ("content", Jsonb));

    public static MovedTable Payloads { get; } = new("payloads", ("job_id", Uuid), ("box", Bytea));

    public static MovedTable Secrets { get; } = new("kept_secrets", ("name", Text), ("box", Bytea));

    public static MovedTable Updates { get; } = new("processo_updates", ("job_id", Uuid), ("due_at", TimestampTz), ("document", Jsonb));

    public static MovedTable FrozenLogins { get; } = new("frozen_logins", ("login_key", Text), ("at", TimestampTz), ("document", Jsonb));

    public static MovedTable Ledger { get; } = new(
        "ledger", ("number", Bigint), ("operator", Text), ("cnpj", Text), ("account", Text), ("due_date", Date), ("key", Text), ("sha256", Text), ("used_at", TimestampTz), ("removed_at", TimestampTz), ("document", Jsonb));

    public static MovedTable Accounts { get; } = new("ledger_accounts", ("number", Bigint), ("operator", Text), ("cnpj", Text), ("account", Text), ("months", NpgsqlDbType.Array | Integer));

    public static MovedTable FailedAccounts { get; } = new(
        "failed_accounts", ("operator", Text), ("cnpj", Text), ("account", Text), ("at", TimestampTz), ("position", Text), ("attempts", Integer), ("document", Jsonb));

    public static MovedTable Days { get; } = new("job_days", ("day", Date), ("operator", Text), ("is_completed", NpgsqlDbType.Boolean), ("key", Text), ("jobs", Integer));

    public static MovedTable LastFailures { get; } = new("last_failures", ("operator", Text), ("at", TimestampTz), ("job_id", Uuid), ("document", Jsonb));

    public static MovedTable Deploys { get; } = new("deploys", ("number", Bigint), ("node", Text), ("document", Jsonb));
}
