using System.Text.Json.Serialization;

namespace BotPhone.Api;

/// <summary>One fault of a request body, in the texts that clients know.</summary>
internal sealed record FieldFault(IReadOnlyList<object> Loc, string Msg, string Type)
{
    public static FieldFault Missing(string field) => At(field, "field required", "value_error.missing");

    public static FieldFault Null(string field) => At(field, "none is not an allowed value", "type_error.none.not_allowed");

    public static FieldFault NotText(string field) => At(field, "str type expected", "type_error.str");

    public static FieldFault Empty(string field) => At(field, "ensure this value has at least 1 characters", "value_error.any_str.min_length");

    public static FieldFault Uuid(string field) => NotUuid("body", field);

    public static FieldFault Date(string field) => At(field, "data inválida: use DD/MM/AAAA", "value_error.date");

    public static FieldFault Cnpj(string field) => At(field, "CNPJ inválido", "value_error.cnpj");

    public static FieldFault Path(string field) => At(field, "nome de arquivo inválido", "value_error.path");

    public static FieldFault NotJson(long offset) => new(["body", offset], "o corpo não é um JSON válido", "value_error.jsondecode");

    public static FieldFault NotObject() => new(["body"], "value is not a valid dict", "type_error.dict");

    public static FieldFault TooLong(string place, string field, int longest) =>
        new([place, field], $"ensure this value has at most {longest} characters", "value_error.any_str.max_length");

    public static FieldFault NotUuid(string place, string field) => new([place, field], "value is not a valid uuid", "type_error.uuid");

    public static FieldFault NotInteger(string parameter) => InQuery(parameter, "value is not a valid integer", "type_error.integer");

    public static FieldFault TooSmall(string parameter, int smallest) =>
        InQuery(parameter, $"ensure this value is greater than or equal to {smallest}", "value_error.number.not_ge");

    public static FieldFault TooLarge(string parameter, int largest) =>
        InQuery(parameter, $"ensure this value is less than or equal to {largest}", "value_error.number.not_le");

    public static FieldFault NotOneOf(string parameter, IEnumerable<string> permitted) => InQuery(
        parameter, $"value is not a valid enumeration member; permitted: {string.Join(", ", permitted.Select(value => $"'{value}'"))}", "type_error.enum");

    public static FieldFault NotCursor(string parameter) => InQuery(parameter, "cursor inválido: use o next_cursor da página anterior", "value_error.cursor");

    public static FieldFault NotCnpj(string parameter) => InQuery(parameter, "CNPJ inválido", "value_error.cnpj");

    public static FieldFault NotMonth(string parameter) => InQuery(parameter, "mês inválido: use MM/AAAA", "value_error.month");

    public static FieldFault Before(string parameter, string other) => InQuery(parameter, $"este mês vem antes de {other}", "value_error.month.order");

    public static FieldFault TooManyMonths(string parameter, int most) => InQuery(parameter, $"são mais de {most} meses: peça menos de cada vez", "value_error.month.range");

    private static FieldFault InQuery(string parameter, string message, string type) => new(["query", parameter], message, type);

    private static FieldFault At(string field, string message, string type) => new(["body", field], message, type);
}
