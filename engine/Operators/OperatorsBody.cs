using BotPhone.Sdk;

namespace BotPhone.Operators;

internal sealed record OperatorsBody(IReadOnlyList<OperatorBody> Operadoras, IReadOnlyList<RejectedBody> Rejeitadas);

internal sealed record OperatorBody(string Code, string Route, string Version, string State, DateTimeOffset Since, IReadOnlyList<FieldBody> Payload);

internal sealed record RejectedBody(string Folder, string Reason, DateTimeOffset Since);

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
