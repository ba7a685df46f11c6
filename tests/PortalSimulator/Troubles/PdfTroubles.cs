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
    public Trouble? Take(string login) => Kinds.Select(kind => board.Take(kind, login)).FirstOrDefault(trouble => trouble is not null);

    public static int StatusOf(Trouble? trouble) => trouble?.Kind == "T22" ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;

    /// <summary>Sends the invoice, or what the trouble makes of it.</summary>
    public Task SendAsync(HttpContext http, SimulatedInvoice invoice, Trouble? trouble)
    {
        http.Response.StatusCode = StatusOf(trouble);
        http.Response.Headers.ContentDisposition = "inline; filename=\"fatura.pdf\"";
        return trouble?.Kind switch
        {
            "T22" => FailAsync(http, trouble),
            "T23" => WriteAsync(http, invoice.Pdf[..(invoice.Pdf.Length / 2)], trouble.Variant == "truncado" ? null : invoice.Pdf.Length),
            "T24" => WriteAsync(http, NoPdf(trouble)),
            "T25" => WriteAsync(http, Other(invoice, trouble).Pdf),
            _ => WriteAsync(http, invoice.Pdf),
        };
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
