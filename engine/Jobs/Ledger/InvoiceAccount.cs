using System.Globalization;
using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>A client's account with an operator, as invoices come for it.</summary>
/// <param name="Operator">The operator's code.</param>
/// <param name="Cnpj">The client's.</param>
/// <param name="Number">The account, line or contract: letters and digits only, in capitals.</param>
internal sealed record InvoiceAccount(string Operator, Cnpj Cnpj, string Number)
{
    public string Fingerprint => Jobs.Fingerprint.Of(Operator, Cnpj.Value, Number);

    public static InvoiceAccount Of(string operatorCode, ExpectedInvoice expected) =>
        new(operatorCode, expected.Cnpj, InvoiceSelection.Normalize(expected.Account));
}

/// <summary>What makes two invoices the same one. An account may have several in a month, on different days.</summary>
internal sealed record InvoiceIdentity(InvoiceAccount Account, DateOnly DueDate)
{
    /// <summary>The month of the due date, which is always known and proven; the month that is billed is not always.</summary>
    public Month Month => Month.Of(DueDate);

    public string Fingerprint => Jobs.Fingerprint.Of(Account.Operator, Account.Cnpj.Value, Account.Number, DueDate.ToString("O", CultureInfo.InvariantCulture));

    public static InvoiceIdentity Of(string operatorCode, ExpectedInvoice expected) => new(InvoiceAccount.Of(operatorCode, expected), expected.DueDate);
}
