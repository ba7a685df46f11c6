using BotPhone.Sdk;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>An invoice and its account as LiteDB keeps them.</summary>
internal static class InvoiceDocument
{
    public static BsonDocument Write(InvoiceIdentity invoice)
    {
        var document = Write(invoice.Account);
        document["due_date"] = invoice.DueDate.DayNumber;
        return document;
    }

    public static BsonDocument Write(InvoiceAccount account) => new()
    {
        ["operator"] = account.Operator,
        ["cnpj"] = account.Cnpj.Value,
        ["account"] = account.Number,
    };

    public static InvoiceIdentity Read(BsonDocument document) => new(ReadAccount(document), DateOnly.FromDayNumber(document["due_date"].AsInt32));

    public static InvoiceAccount ReadAccount(BsonDocument document) =>
        new(document["operator"].AsString, Cnpj.Parse(document["cnpj"].AsString), document["account"].AsString);
}
