namespace BotPhone.Sdk;

/// <summary>What the portal's list says about an invoice: the file must agree with it.</summary>
/// <param name="Cnpj">The company that was asked for. The file names it, or the account.</param>
/// <param name="Account">The account, line or contract as the portal writes it; compared without punctuation.</param>
/// <param name="DueDate">The due date that the portal shows. The file must show the same.</param>
public sealed record ExpectedInvoice(Cnpj Cnpj, string Account, DateOnly DueDate);
