namespace BotPhone.Sdk;

/// <summary>One row of a portal's list of invoices.</summary>
/// <typeparam name="T">What the operator needs to come back to the row, such as a <see cref="TableRow"/>.</typeparam>
/// <param name="Account">The account, line or contract as shown.</param>
/// <param name="Cnpj">The company as shown.</param>
/// <param name="DueDate">The due date as shown.</param>
/// <param name="IsOpen">Whether it still has to be paid, overdue ones included.</param>
/// <param name="Origin">The way back to the row.</param>
public sealed record ListedInvoice<T>(string Account, Cnpj Cnpj, DateOnly DueDate, bool IsOpen, T Origin);
