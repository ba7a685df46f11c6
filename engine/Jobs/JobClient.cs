using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>For whom a job is, as its request says. It is no secret, and is kept as long as the job.</summary>
/// <param name="Cnpj">14 characters, without punctuation; null when the operator asks for none, and in jobs of an older server.</param>
/// <param name="Filter">What the client asked for, as it came.</param>
internal sealed record JobClient(string? Cnpj, string? Filter)
{
    /// <summary>As <see cref="InvoiceRequest"/> declares it; other requests may have one too.</summary>
    public const string FilterField = "filtro";

    public static JobClient Unknown { get; } = new(null, null);

    /// <summary>For those who gave no token.</summary>
    public JobClient ToMasked() => new(Cut(Cnpj), Cut(Filter));

    public static JobClient Of(PayloadSchema schema, IReadOnlyDictionary<string, string> values) => new(
        schema.Fields.FirstOrDefault(field => field is { Kind: FieldKind.Cnpj, IsSecret: false }) is { } field && BotPhone.Sdk.Cnpj.TryParse(values.GetValueOrDefault(field.Name), out var cnpj) ? cnpj.Value : null,
        schema.Fields.Any(field => field is { Name: FilterField, IsSecret: false }) ? values.GetValueOrDefault(FilterField) : null);

    /// <summary>The account with an operator; null when the request names none.</summary>
    public InvoiceAccount? AccountWith(string operatorCode) => Cnpj is { } cnpj && Filter is { } filter
        ? new InvoiceAccount(operatorCode, BotPhone.Sdk.Cnpj.Parse(cnpj), InvoiceSelection.Normalize(filter) is { Length: > 0 } number ? number : filter)
        : null;

    private static string? Cut(string? value) => value is null ? null : Mask.Cut(value);
}
