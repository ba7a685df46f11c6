using BotPhone.Sdk;

namespace BotPhone.Operators;

internal sealed record OperatorsBody(IReadOnlyList<OperatorBody> Operadoras, IReadOnlyList<RejectedBody> Rejeitadas, IReadOnlyList<LeavingBody> Saindo)
{
    public static OperatorsBody Of(OperatorSet set, IEnumerable<Unloading> leaving) => new(
        [.. set.Loaded.Select(OperatorBody.Of)],
        [.. set.Entries.Where(entry => entry.Value.Rejected is not null).Select(entry => new RejectedBody(entry.Key, entry.Value.Rejected!.Reason, entry.Value.Rejected.Since))],
        [.. leaving.Select(one => new LeavingBody(one.Code, one.Version, one.Since)).OrderBy(one => one.Since)]);
}

internal sealed record OperatorBody(string Code, string Route, string Version, string State, bool Signed, DateTimeOffset Since, IReadOnlyList<FieldBody> Payload)
{
    public static OperatorBody Of(OperatorVersion one) =>
        new(one.Code, one.Route, one.Version, "loaded", one.IsSigned, one.Since, [.. one.Payload.Fields.Select(FieldBody.Of)]);
}

internal sealed record RejectedBody(string Folder, string Reason, DateTimeOffset Since);

internal sealed record LeavingBody(string Code, string Version, DateTimeOffset Since);

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
