using System.Text.Json.Serialization;

namespace BotPhone.Api;

/// <summary>One fault of a request body, in the texts that clients know.</summary>
internal sealed record FieldFault(IReadOnlyList<object> Loc, string Msg, string Type)
{
    public static FieldFault Missing(string field) => At(field, "field required", "value_error.missing");

    public static FieldFault Null(string field) => At(field, "none is not an allowed value", "type_error.none.not_allowed");

    public static FieldFault NotText(string field) => At(field, "str type expected", "type_error.str");

    public static FieldFault Empty(string field) => At(field, "ensure this value has at least 1 characters", "value_error.any_str.min_length");

    public static FieldFault Uuid(string field) => At(field, "value is not a valid uuid", "type_error.uuid");

    public static FieldFault Date(string field) => At(field, "data inválida: use DD/MM/AAAA", "value_error.date");

    public static FieldFault Cnpj(string field) => At(field, "CNPJ inválido", "value_error.cnpj");

    public static FieldFault Path(string field) => At(field, "nome de arquivo inválido", "value_error.path");

    public static FieldFault NotJson(long offset) => new(["body", offset], "o corpo não é um JSON válido", "value_error.jsondecode");

    public static FieldFault NotObject() => new(["body"], "value is not a valid dict", "type_error.dict");

    private static FieldFault At(string field, string message, string type) => new(["body", field], message, type);
}
