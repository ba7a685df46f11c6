using System.Globalization;

namespace BotPhone.Invoices.Febraban;

/// <summary>What the records of a file add up to, to be held against what its last one says.</summary>
internal sealed class FebrabanSums
{
    private static readonly NumberFormatInfo Brazilian = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };
    private decimal _resources;
    private decimal _discounts;
    private decimal _adjustments;
    private long _records;

    public void Count() => _records++;

    public void Add(FebrabanResource resource) => _resources += resource.Total;

    public void Add(FebrabanDiscount discount) => _discounts += discount.Value;

    public void Add(FebrabanAdjustment adjustment) => _adjustments += adjustment.Value;

    /// <summary>What does not agree, in Portuguese; null when all does.</summary>
    public string? FaultOf(FebrabanTrailer trailer)
    {
        // Some carriers take the discounts off each resource, some at the end.
        var (inside, apart) = (_resources + _adjustments, _resources + _adjustments - _discounts);
        return (trailer.Records == _records, trailer.Total == inside || trailer.Total == apart) switch
        {
            (true, true) => null,
            (false, _) => $"O arquivo FEBRABAN diz ter {trailer.Records} registros, e tem {_records}: o valor não foi lido",
            _ => $"O total do arquivo FEBRABAN ({Reais(trailer.Total)}) não é a soma dos seus registros ({Reais(inside)}): o valor não foi lido",
        };
    }

    private static string Reais(decimal amount) => "R$ " + amount.ToString("#,##0.00", Brazilian);
}
