using System.Text;
using BotPhone.PortalSimulator.Hosting;

namespace BotPhone.PortalSimulator.Troubles;

/// <summary>What can go wrong with any page of any portal, instead of or before the page.</summary>
/// <param name="board">The portal's troubles.</param>
/// <param name="pauses">For those of slowness.</param>
/// <param name="untrusted">Where T11 leads, in portals that have it.</param>
internal sealed class PageTroubles(TroubleBoard board, Pauses pauses, Func<Uri>? untrusted = null)
{
    private const string Html = "text/html; charset=utf-8";
    private const string LoopMark = "volta";

    private static readonly string[] Kinds = ["T10", "T11", "T12", "T07", "T05", "T09", "T08"];

    /// <summary>What happens to the page that is asked for, or null when all is well.</summary>
    public Trouble? Take(HttpContext http, string? login) => http.Request.Query.ContainsKey(LoopMark)
        ? new() { Kind = "T12" }
        : Kinds.Select(kind => board.Take(kind, login, IsOfPages)).FirstOrDefault(trouble => trouble is not null);

    /// <summary>Lets it happen; true when the page itself is still to be sent (late).</summary>
    /// <param name="page">Gives the portal's own page for maintenance or a challenge.</param>
    public async Task<bool> HappenAsync(HttpContext http, Trouble trouble, Func<string, string> page)
    {
        switch (trouble.Kind)
        {
            case "T10":
                http.Abort();
                break;
            case "T11":
                http.Response.Redirect(untrusted!().AbsoluteUri);
                break;
            case "T12":
                Loop(http);
                break;
            case "T08":
                await pauses.ForAsync(http, trouble.Duration);
                return true;
            case "T09":
                await HangAsync(http, trouble);
                break;
            default:
                http.Response.StatusCode = trouble.Variant == "503" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
                http.Response.ContentType = Html;
                await http.Response.WriteAsync(page(trouble.Kind), http.RequestAborted);
                break;
        }

        return false;
    }

    private static bool IsOfPages(Trouble trouble) => trouble.Variant is not ("quadro" or "spinner" or "api" or "acesso");

    /// <summary>Each hop has another address, so that it is the browser's limit that ends it.</summary>
    private static void Loop(HttpContext http)
    {
        var hop = int.TryParse(http.Request.Query[LoopMark], out var last) ? last + 1 : 1;
        http.Response.Redirect($"{http.Request.Path}?{LoopMark}={hop}");
    }

    private async Task HangAsync(HttpContext http, Trouble trouble)
    {
        if (trouble.Variant == "corpo")
        {
            http.Response.ContentType = Html;
            await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("<!doctype html><html lang=\"pt-BR\"><body><p>Carregando"), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
        }
        await pauses.ForeverAsync(http);
    }
}
