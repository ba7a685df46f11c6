using System.Net.Mime;
using BotPhone.PortalSimulator.Pdf;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Oi;

/// <summary>Second copies: asked for on the list, made in the background, fetched as a ZIP.</summary>
internal sealed class OiSecondCopyApi(OiPortal oi)
{
    private sealed record Wish(string? Type, int[]? Numbers);

    public void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/second-copies", Ask);
        api.MapGet("/downloads", List);
        api.MapGet("/downloads/{number:int}/zip", Zip);
    }

    private IResult Ask(HttpContext http, Wish wish)
    {
        var login = SignedIn.Session(http).Login;
        var book = new OiBook(login);
        List<SimulatedInvoice> invoices = [.. (wish.Numbers ?? []).Select(book.At).OfType<SimulatedInvoice>()];
        if (invoices.Count == 0 || string.IsNullOrEmpty(wish.Type))
            return Results.BadRequest(new { error = "pedido" });
        var trouble = oi.Troubles.Take("T21", login.User);
        var wait = trouble?.Variant == "lenta" ? trouble.Duration : oi.Options.SecondCopyTime;
        DateTimeOffset? readyAt = trouble?.Variant == "presa" ? null : oi.Now + wait;
        var copy = oi.SecondCopies.Add(number => new(number, login, wish.Type, invoices, readyAt, trouble?.Variant == "erro"));
        oi.Record(EventKind.SecondCopyAsked, login.User, seen => seen with { Request = copy.Number, Codes = [.. invoices.Select(one => one.Code)] });
        return Results.Ok(new { number = copy.Number });
    }

    private IEnumerable<object> List(HttpContext http)
    {
        var copies = oi.SecondCopies.Of(SignedIn.Session(http).Login);
        var now = oi.Now;
        foreach (var copy in copies.Where(copy => copy.IsDone(now) && copy.IsNews()))
        {
            oi.Record(EventKind.SecondCopyReady, copy.Login.User, seen => seen with { Request = copy.Number, Result = copy.Fails ? "erro" : "disponivel" });
        }

        return copies.Select(copy => Card(copy, copy.IsDone(now)));
    }

    private object Card(OiSecondCopy copy, bool done) => new
    {
        number = copy.Number,
        type = copy.Type,
        invoices = copy.Invoices.Count,
        status = !done ? oi.Texts.Processing : copy.Fails ? oi.Texts.Failed : oi.Texts.Ready,
        pending = !done,
        ready = done && !copy.Fails,
    };

    private IResult Zip(HttpContext http, int number)
    {
        var login = SignedIn.Session(http).Login;
        var copy = oi.SecondCopies.Of(login).FirstOrDefault(one => one.Number == number && one.IsDone(oi.Now) && !one.Fails);
        oi.Record(EventKind.Zip, login.User, seen => seen with
        {
            Request = number, Status = copy is null ? 404 : 200, Codes = copy is null ? null : [.. copy.Invoices.Select(one => one.Code)],
        });
        if (copy is null)
            return Results.NotFound(new { error = "pedido" });
        var trouble = oi.Troubles.Take("T27", login.User);
        return Results.File(InvoiceZip.Make(copy.Invoices, trouble?.Variant, oi.Invoices, oi.Options.SecondCopyFiles), MediaTypeNames.Application.Zip, "faturas.zip");
    }
}
