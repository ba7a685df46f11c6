using BotPhone.Sdk;

namespace BotPhone.Operators.Vivo;

/// <summary>The usual request, with what VIVO's portal asks some users for besides.</summary>
public sealed record VivoRequest : InvoiceRequest
{
    /// <summary>The CPF of whoever signs in; some users are asked for it.</summary>
    [PayloadField("cpf", "CPF do gestor, se o portal o pede depois do e-mail", Example = "123.456.789-09")]
    public string? Cpf { get; init; }
}
