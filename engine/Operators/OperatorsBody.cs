using BotPhone.Jobs;
using BotPhone.Sdk;

namespace BotPhone.Operators;

internal sealed record OperatorsBody(IReadOnlyList<OperatorBody> Operadoras, IReadOnlyList<RejectedBody> Rejeitadas, IReadOnlyList<LeavingBody> Saindo)
{
    public static OperatorsBody Of(OperatorSet set, IEnumerable<Unloading> leaving, PortalPauses pauses) => new(
        [.. set.Loaded.Select(one => OperatorBody.Of(one, pauses.Until(one.Code)))],
        [.. set.Entries.Where(entry => entry.Value.Rejected is not null).Select(entry => new RejectedBody(entry.Key, entry.Value.Rejected!.Reason, entry.Value.Rejected.Since))],
        [.. leaving.Select(one => new LeavingBody(one.Code, one.Version, one.Since)).OrderBy(one => one.Since)]);
}

internal sealed record OperatorBody(string Code, string Route, string Version, string State, bool Signed, DateTimeOffset Since, DateTimeOffset? PausedUntil, IReadOnlyList<FieldBody> Payload)
{
    public static OperatorBody Of(OperatorVersion one, DateTimeOffset? pausedUntil) =>
        new(one.Code, one.Route, one.Version, "loaded", one.IsSigned, one.Since, pausedUntil, [.. one.Payload.Fields.Select(FieldBody.Of)]);
}

internal sealed record RejectedBody(string Folder, string Reason, DateTimeOffset Since);

internal sealed record LeavingBody(string Code, string Version, DateTimeOffset Since);

internal sealed record DeployHistoryBody(IReadOnlyList<DeployBody> Historico)
{
    public static DeployHistoryBody Of(IEnumerable<OperatorChanged> changes) => new([.. changes.Select(DeployBody.Of)]);
}

internal sealed record DeployBody(DateTimeOffset Em, string Code, string? Version, string State, string Message)
{
    public static DeployBody Of(OperatorChanged change) => new(change.At, change.Code, change.Version, change.State, change.Message);
}

internal sealed record FieldBody(string Name, string Description, bool Required, bool Secret, string Format, string? Example)
{
    public static FieldBody Of(PayloadField field) => new(field.Name, field.Description, field.IsRequired, field.IsSecret, field.Kind switch
    {
        FieldKind.Cnpj => "cnpj",
        FieldKind.Date => "date",
        FieldKind.StorageKey => "path",
        _ => "text",
    }, field.Example);
}
