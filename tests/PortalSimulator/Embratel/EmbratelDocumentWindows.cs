using System.Text;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Embratel;

/// <summary>The windows that the documents open in, and what comes up in their place when something is wrong.</summary>
internal sealed class EmbratelDocumentWindows(EmbratelPortal embratel)
{
    private static readonly string[] Kinds = ["T22", "T23", "T24", "T25"];
    private readonly EmbratelSheet _sheet = new(embratel);

    public void Map(IEndpointRouteBuilder pages) => pages.MapGet("/documento.do", OpenAsync);

    private async Task<IResult> OpenAsync(HttpContext http, string tipo, int n)
    {
        if (SignedIn.IsHollow(http))
            return Results.Redirect(embratel.SignInAgain);
        var login = SignedIn.Session(http).Login;
        if (new EmbratelBook(login).At(n) is not { } invoice || !EmbratelDocuments.ByName.TryGetValue(tipo, out var document) || !EmbratelDocuments.Of(invoice).Contains(document))
            return Results.NotFound();
        var trouble = Kinds.Select(kind => embratel.Troubles.Take(kind, login.User, one => one.Element == tipo)).FirstOrDefault(found => found is not null);
        http.Response.StatusCode = trouble?.Kind == "T22" ? StatusCodes.Status500InternalServerError : StatusCodes.Status200OK;
        embratel.Record(EventKind.Pdf, login.User, seen => seen with
        {
            Code = invoice.Code, Cnpj = invoice.Client.Cnpj, Account = invoice.Account, Result = tipo, Status = http.Response.StatusCode,
        });
        await SendAsync(http, trouble, () => Encoding.Latin1.GetBytes(_sheet.Of(trouble is { Kind: "T25" } ? Other(invoice, trouble) : invoice, document)));
        return Results.Empty;
    }

    private Task SendAsync(HttpContext http, Trouble? trouble, Func<byte[]> document) => trouble switch
    {
        { Kind: "T22" } => WriteAsync(http, Error("error.html")),
        { Kind: "T23" } when document() is var whole => WriteAsync(http, whole.AsMemory(0, whole.Length * 3 / 4), trouble.Variant == "curto" ? whole.Length : null),
        { Kind: "T24", Variant: "vazio" } => WriteAsync(http, ReadOnlyMemory<byte>.Empty),
        { Kind: "T24", Variant: "json" } => WriteAsync(http, "{\"erro\":\"documento temporariamente indisponivel\"}"u8.ToArray(), contentType: "application/json"),
        { Kind: "T24" } => WriteAsync(http, Error("document-unavailable.html")),
        _ => WriteAsync(http, document()),
    };

    private byte[] Error(string file) => Encoding.Latin1.GetBytes(embratel.Skin.Page(file));

    private static SimulatedInvoice Other(SimulatedInvoice invoice, Trouble trouble) => EmbratelInvoices.All.First(other => trouble.Variant switch
    {
        "mes" => other.Account == invoice.Account && other.Client == invoice.Client && other.Month != invoice.Month,
        "conta" => other.Account != invoice.Account && other.Client == invoice.Client && other.DueDate == invoice.DueDate,
        _ => other.Client != invoice.Client && other.DueDate != invoice.DueDate && other.HasText,
    });

    /// <summary>When more is announced than comes, the server closes the connection after what there is.</summary>
    private static async Task WriteAsync(HttpContext http, ReadOnlyMemory<byte> body, int? announced = null, string contentType = EmbratelHtml.ContentType)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = announced ?? body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
