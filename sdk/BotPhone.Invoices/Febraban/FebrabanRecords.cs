namespace BotPhone.Invoices.Febraban;

/// <summary>Record 00.</summary>
internal sealed record FebrabanHeader(string Account, DateOnly Month, DateOnly DueDate, string ClientCode, string ClientCnpj, string Invoice, string Barcode)
{
    public const string Type = "00";
    public const string Version = "V3R0";

    public static FebrabanHeader Of(FebrabanLine line) => line.Field(164, 168) == Version
        ? new(
            line.Account, line.Month(47, 53, "o mês de referência"), line.Date(61, 69, "o vencimento"), line.Field(104, 119),
            // 15 places for 14 characters.
            line.Field(149, 164) is ['0', .. { Length: 14 } cnpj] ? cnpj : line.Field(149, 164),
            line.Field(168, 184), line.Field(184, 234))
        : throw line.Damaged($"a versão é '{line.Field(164, 168)}': só a {Version} é lida");
}

/// <summary>Record 10: a line or circuit, with what is charged for it.</summary>
internal sealed record FebrabanResource(string Number, decimal Taxes, decimal Total)
{
    public const string Type = "10";

    public static FebrabanResource Of(FebrabanLine line) =>
        new(line.Field(83, 99), line.Money(165, 178, "o valor dos impostos"), line.Money(178, 191, "o total do recurso"));
}

/// <summary>Record 40.</summary>
internal sealed record FebrabanService(string Category, decimal Value)
{
    public const string Type = "40";

    public static FebrabanService Of(FebrabanLine line) => new(line.Field(148, 179), line.Money(179, 192, "o valor do serviço"));
}

/// <summary>Record 50.</summary>
internal sealed record FebrabanDiscount(decimal Value)
{
    public const string Type = "50";

    public static FebrabanDiscount Of(FebrabanLine line) => new(line.Money(158, 171, "o valor do desconto"));
}

/// <summary>Record 70; what is given back is below zero.</summary>
internal sealed record FebrabanAdjustment(string Category, decimal Value)
{
    public const string Type = "70";

    public static FebrabanAdjustment Of(FebrabanLine line)
    {
        var value = line.Money(160, 173, "o valor do ajuste");
        return new FebrabanAdjustment(line.Field(95, 141), line.Text[159] switch
        {
            '+' or ' ' => value,
            '-' => -value,
            _ => throw line.Damaged("o sinal do ajuste não é '+' nem '-'"),
        });
    }
}

/// <summary>Record 80.</summary>
internal sealed record FebrabanTaxNote(decimal Value, string Number)
{
    public const string Type = "80";

    public static FebrabanTaxNote Of(FebrabanLine line) => new(line.Money(94, 107, "o valor da nota fiscal"), line.Field(108, 120));
}

/// <summary>Record 99.</summary>
internal sealed record FebrabanTrailer(DateOnly DueDate, decimal Total, long Records)
{
    public const string Type = "99";

    public static FebrabanTrailer Of(FebrabanLine line) =>
        new(line.Date(53, 61, "o vencimento"), line.Money(76, 89, "o total"), line.Digits(89, 101, "a quantidade de registros"));
}
