using System.Globalization;
using System.Security.Cryptography;
using System.Text;
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

    /// <summary>For an index: as long for a long account as for a short one, and another where only the case is another.</summary>
    public static string Fingerprint(InvoiceIdentity invoice) =>
        Fingerprint([invoice.Account.Operator, invoice.Account.Cnpj.Value, invoice.Account.Number, invoice.DueDate.ToString("O", CultureInfo.InvariantCulture)]);

    /// <inheritdoc cref="Fingerprint(InvoiceIdentity)"/>
    public static string Fingerprint(params IReadOnlyList<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
}
