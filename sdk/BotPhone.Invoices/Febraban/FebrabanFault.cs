using BotPhone.Sdk;

namespace BotPhone.Invoices.Febraban;

/// <summary>What can be wrong with a FEBRABAN telecom file.</summary>
internal static class FebrabanFault
{
    public static OperatorException Damaged(int line, string what) => new(ErrorCode.NotPdf, $"o arquivo FEBRABAN está danificado: na linha {line}, {what}");

    public static OperatorException OfLength(int line, string length) => Damaged(line, $"há {length} caracteres: eram esperados {FebrabanLine.Length}");

    public static OperatorException Truncated(int lines) => new(ErrorCode.TruncatedFile, $"o arquivo FEBRABAN veio sem o fim (o registro 99), depois de {lines} linhas inteiras");

    public static OperatorException TooLarge(long most) => new(ErrorCode.WrongInvoice, $"o arquivo FEBRABAN tem mais de {most / (1024 * 1024)} MiB: não é uma fatura");

    public static OperatorException Wrong(string what) => new(ErrorCode.WrongInvoice, $"o arquivo FEBRABAN {what}");
}
