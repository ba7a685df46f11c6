using System.Text.Json;

namespace BotPhone.PortalSimulator.Control;

/// <summary>The routes that tests and people use, on an origin of their own.</summary>
internal sealed class ControlApi(Simulator simulator)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        var control = routes.MapGroup("/__sim");
        control.MapPost("/problemas", InjectAsync);
        control.MapGet("/eventos", () => simulator.Events);
        control.MapPost("/reiniciar", Reset);
        control.MapGet("/faturas", Invoices);
        control.MapGet("/cadastros", () => simulator.Registrations);
        control.MapGet("/portais", () => simulator.Portals.Select(PortalCard.Of));
    }

    private async Task<IResult> InjectAsync(HttpRequest request)
    {
        Trouble? trouble;
        try
        {
            trouble = await request.ReadFromJsonAsync<Trouble>();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return Refused("O corpo deve ser um objeto JSON como {\"portal\":\"OI\",\"escopo\":\"*\",\"tipo\":\"T07\",\"variante\":\"503\",\"vezes\":1}.");
        }

        if (trouble is null)
            return Refused("O corpo está vazio.");
        if (simulator.FaultOf(trouble) is { } fault)
            return Refused(fault);
        simulator.Inject(trouble);
        return Results.NoContent();
    }

    private IResult Reset()
    {
        simulator.Reset();
        return Results.NoContent();
    }

    private IResult Invoices(string? portal) => portal is null || simulator.Portals.Any(one => one.Name == portal)
        ? Results.Ok(simulator.Invoices.Where(invoice => portal is null || invoice.Portal == portal).Select(InvoiceCard.Of))
        : Refused($"portal '{portal}' desconhecido: use {string.Join(", ", simulator.Portals.Select(one => one.Name))}.");

    private static IResult Refused(string why) => Results.BadRequest(new { detail = why });
}
