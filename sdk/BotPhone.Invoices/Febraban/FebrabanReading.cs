using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Invoices.Febraban;

/// <summary>Goes through the lines of a file in order, and holds each to the layout.</summary>
internal sealed class FebrabanReading(string account)
{
    // Addresses, calls and plans.
    private static readonly string[] Unread = ["20", "30", "60"];
    private readonly FebrabanSums _sums = new();
    private FebrabanHeader? _header;
    private FebrabanTrailer? _trailer;
    private string? _note;
    private bool _hasNotes;
    private bool _namesAccount;
    private int _lines;

    public void Add(FebrabanLine line)
    {
        CheckFrame(line);
        _lines++;
        _sums.Count();
        switch (line.Type)
        {
            case FebrabanHeader.Type when _header is null: Take(FebrabanHeader.Of(line)); break;
            case FebrabanResource.Type: Take(FebrabanResource.Of(line)); break;
            case FebrabanService.Type: FebrabanService.Of(line); break;
            case FebrabanDiscount.Type: _sums.Add(FebrabanDiscount.Of(line)); break;
            case FebrabanAdjustment.Type: _sums.Add(FebrabanAdjustment.Of(line)); break;
            case FebrabanTaxNote.Type: Take(FebrabanTaxNote.Of(line)); break;
            case FebrabanTrailer.Type: Take(FebrabanTrailer.Of(line), line); break;
            default:
                if (!Unread.Contains(line.Type)) throw line.Damaged($"há um registro '{line.Type}' onde não pode haver");
                break;
        }
    }

    public FebrabanFile End() => _header is not null && _trailer is not null
        ? new FebrabanFile(_header, _trailer, _namesAccount, _note, _sums.FaultOf(_trailer))
        : throw FebrabanFault.Truncated(_lines);

    private void CheckFrame(FebrabanLine line)
    {
        if (_trailer is not null) throw line.Damaged("há um registro depois do último (99)");
        if (line.Text[2..14] != line.Number.ToString("000000000000", CultureInfo.InvariantCulture))
            throw line.Damaged($"o número do registro é '{line.Text[2..14]}': era esperado {line.Number}");
        if (line.Field(349, 350) != FebrabanLine.EndMark) throw line.Damaged($"falta a marca de fim ('{FebrabanLine.EndMark}')");
        line.Date(39, 47, "a emissão");
        line.Month(47, 53, "o mês de referência");
        if (_header is not null && line.Account != _header.Account) throw line.Damaged($"a conta é '{line.Account}', e no começo '{_header.Account}'");
    }

    private void Take(FebrabanHeader header)
    {
        _header = header;
        _namesAccount = Names(header.Account) || Names(header.ClientCode) || Names(header.Invoice);
    }

    private void Take(FebrabanResource resource)
    {
        _sums.Add(resource);
        _namesAccount |= Names(resource.Number);
    }

    private void Take(FebrabanTaxNote note)
    {
        var number = note.Number.TrimStart('0');
        if (!number.All(char.IsAsciiDigit) || number.Length == 0) number = null;
        _note = !_hasNotes || _note == number ? number : null;
        _hasNotes = true;
    }

    private void Take(FebrabanTrailer trailer, FebrabanLine line)
    {
        if (trailer.DueDate != _header!.DueDate) throw line.Damaged($"o vencimento é {trailer.DueDate:dd/MM/yyyy}, e no começo {_header.DueDate:dd/MM/yyyy}");
        _trailer = trailer;
    }

    private bool Names(string number) => account.Length > 0 && InvoiceSelection.Normalize(number) == account;
}
