using System.Globalization;
using System.Text;

namespace BotPhone.Sdk;

/// <summary>
/// The request that most operators accept: whose invoice, and how to sign in. It names no month: see <see cref="InvoiceSelection"/>.
/// An operator that needs more fields derives from it.
/// </summary>
public record InvoiceRequest
{
    /// <summary>The user of the portal.</summary>
    [PayloadField("login", "Usuário do portal da operadora", Example = "usuario@empresa.com.br", Login = true)]
    public required string Login { get; init; }

    /// <summary>The password of the portal.</summary>
    [PayloadField("senha", "Senha do portal: cifrada ao chegar, apagada quando o job termina", Example = "senha123", Secret = true)]
    public required string Password { get; init; }

    /// <summary>What identifies the invoice, compared exactly after removing punctuation: an account, a line, a contract.</summary>
    [PayloadField("filtro", "Conta, linha ou contrato da fatura", Example = "12345678")]
    public required string Filter { get; init; }

    /// <summary>The company to which the invoice belongs.</summary>
    [PayloadField("cnpj", "CNPJ do cliente, com ou sem pontuação", Example = "12.345.678/0001-90")]
    public required Cnpj Cnpj { get; init; }

    /// <summary>What <see cref="object.ToString"/> shows: all but the password.</summary>
    /// <param name="builder">Receives the text.</param>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        builder.Append(CultureInfo.InvariantCulture, $"Login = {Login}, Filter = {Filter}, Cnpj = {Cnpj}");
        return true;
    }
}
