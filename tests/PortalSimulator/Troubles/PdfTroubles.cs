using System.Net.Mime;
using System.Text;

namespace BotPhone.PortalSimulator.Troubles;

/// <summary>What can go wrong with any PDF of any portal.</summary>
internal sealed class PdfTroubles(TroubleBoard board, IReadOnlyList<SimulatedInvoice> invoices)
{
    private const string ErrorPage = """
        <!doctype html>
        <html lang="pt-BR"><head><meta charset="utf-8"><title>Erro</title></head>
        <body><h1>Erro interno</h1><p>Tente novamente mais tarde.</p></body></html>
        """;
    private const string ErrorJson = """{"erro":"documento temporariamente indisponível"}""";

    private static readonly string[] Kinds = ["T22", "T23", "T24", "T25"];

    /// <summary>What happens to the PDF that is asked for, or null when all is well.</summary>
    /// <param name="login">Who asks.</param>
    /// <param name="fits">Narrows it to one of several documents.</param>
    public Trouble? Take(string login, Func<Trouble, bool>? fits = null) =>
        Kinds.Select(kind => board.Take(kind, login, fits)).FirstOrDefault(trouble => trouble is not null);

    public static int StatusOf(Trouble? trouble) => trouble?.Kind == "T22" ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;

    /// <summary>Sends the invoice, or what the trouble makes of it.</summary>
    /// <param name="http">Where to.</param>
    /// <param name="invoice">Which.</param>
    /// <param name="trouble">What goes wrong, or null.</param>
    /// <param name="document">What is sent of an invoice, when it is not its one PDF.</param>
    public async Task SendAsync(
        HttpContext http, SimulatedInvoice invoice, Trouble? trouble, Func<SimulatedInvoice, Task<ReadOnlyMemory<byte>>>? document = null)
    {
        document ??= one => Task.FromResult(one.Pdf);
        if (trouble?.Kind == "T25") invoice = Other(invoice, trouble);
        http.Response.StatusCode = StatusOf(trouble);
        http.Response.Headers.ContentDisposition = "inline; filename=\"fatura.pdf\"";
        switch (trouble?.Kind)
        {
            case "T22":
                await FailAsync(http, trouble);
                break;
            case "T23":
                var pdf = await document(invoice);
                await WriteAsync(http, pdf[..(pdf.Length / 2)], trouble.Variant == "truncado" ? null : pdf.Length);
                break;
            case "T24":
                await WriteAsync(http, NoPdf(trouble));
                break;
            default:
                await WriteAsync(http, await document(invoice));
                break;
        }
    }

    private static async Task FailAsync(HttpContext http, Trouble failure)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        if (failure.Variant == "anexo")
            http.Response.Headers.ContentDisposition = "attachment; filename=\"fatura.pdf\"";
        else
            http.Response.Headers.Remove("Content-Disposition");
        await http.Response.WriteAsync(ErrorPage, http.RequestAborted);
    }

    private static ReadOnlyMemory<byte> NoPdf(Trouble trouble) => trouble.Variant switch
    {
        "vazio" => ReadOnlyMemory<byte>.Empty,
        "json" => Encoding.UTF8.GetBytes(ErrorJson),
        _ => Encoding.UTF8.GetBytes(ErrorPage),
    };

    private SimulatedInvoice Other(SimulatedInvoice invoice, Trouble trouble) => trouble.Variant == "mes"
        ? invoices.First(other => other.Account == invoice.Account && other.Client == invoice.Client && other.Month != invoice.Month)
        : invoices.First(other => other.Client != invoice.Client && other.DueDate != invoice.DueDate && other.HasText);

    /// <summary>When more is announced than comes, the server closes the connection after what there is.</summary>
    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body, int? announced = null)
    {
        http.Response.ContentType = MediaTypeNames.Application.Pdf;
        http.Response.ContentLength = announced ?? body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
