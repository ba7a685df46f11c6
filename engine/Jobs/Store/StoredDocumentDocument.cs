using BotPhone.Invoices;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>A job's file as LiteDB keeps it, inside the job.</summary>
internal static class StoredDocumentDocument
{
    public static BsonDocument Write(StoredDocument document) => new()
    {
        ["key"] = document.Key,
        ["kind"] = document.Kind,
        ["size"] = document.Size,
        ["sha256"] = document.Sha256,
        ["due_date"] = WriteDate(document.DueDate),
        ["note"] = document.Note,
        ["fields"] = document.Fields is { } fields ? WriteFields(fields) : BsonValue.Null,
        ["identity"] = document.Identity is { } identity ? InvoiceDocument.Write(identity) : BsonValue.Null,
        ["held_since"] = document.HeldSince is { } since ? since.UtcDateTime : BsonValue.Null,
    };

    public static StoredDocument Read(BsonDocument document) => new(
        document["key"].AsString,
        document["kind"].AsString,
        document["size"].AsInt64,
        document["sha256"].AsString,
        ReadDate(document["due_date"]),
        document["fields"].IsNull ? null : ReadFields(document["fields"].AsDocument),
        document["note"].AsString)
    {
        Identity = document["identity"].IsNull ? null : InvoiceDocument.Read(document["identity"].AsDocument),
        HeldSince = document["held_since"].IsNull ? null : new DateTimeOffset(document["held_since"].AsDateTime.ToUniversalTime()),
    };

    private static BsonDocument WriteFields(InvoiceFields fields) => new()
    {
        ["due_date"] = WriteDate(fields.DueDate),
        ["amount"] = fields.Amount is { } amount ? amount : BsonValue.Null,
        ["month"] = WriteDate(fields.Month),
        ["account"] = fields.Account,
        ["cnpj"] = fields.Cnpj,
        ["line"] = fields.Line,
        ["barcode"] = fields.Barcode,
        ["tax_note"] = fields.TaxNote,
        ["access_key"] = fields.AccessKey,
    };

    private static InvoiceFields ReadFields(BsonDocument fields) => new(
        ReadDate(fields["due_date"]),
        fields["amount"].IsNull ? null : fields["amount"].AsDecimal,
        ReadDate(fields["month"]),
        fields["account"].AsString,
        fields["cnpj"].AsString,
        fields["line"].AsString,
        fields["barcode"].AsString,
        // Documents that were read before these fields were have none.
        fields["tax_note"].AsString,
        fields["access_key"].AsString);

    private static BsonValue WriteDate(DateOnly? date) => date is { } day ? day.DayNumber : BsonValue.Null;

    private static DateOnly? ReadDate(BsonValue value) => value.IsNull ? null : DateOnly.FromDayNumber(value.AsInt32);
}
