using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using BotPhone.PortalSimulator.Sessions;

namespace BotPhone.PortalSimulator.Sat;

/// <summary>The form of a registration, and what comes of sending it.</summary>
internal sealed class SatForm(SatPortal sat, SatScreen screen)
{
    private readonly SatAnswers _answers = new(sat);

    public void Map(IEndpointRouteBuilder inside)
    {
        inside.MapGet("/clientes/{number:int}/novo", OpenAsync);
        inside.MapPost("/clientes/{number:int}/novo", SaveAsync);
    }

    private Task OpenAsync(HttpContext http, int number) => ShowAsync(http, number, "");

    private Task ShowAsync(HttpContext http, int number, string notice)
    {
        var (client, user) = (SatClients.Find(SignedIn.Session(http).Login, number)!, SignedIn.Session(http).Login.User);
        sat.Record(EventKind.Form, user, seen => seen with { Cnpj = client.Company.Cnpj, Code = $"{number}" });
        var branches = SignedIn.IsHollow(http) ? [] : client.Branches;
        var mask = sat.Troubles.Take("T31", user, one => one.Variant == "mascara") is null ? "teclas" : "sempre";
        return screen.SendAsync(
            http,
            "form.html",
            [("number", $"{number}"), ("client", client.Company.Name), ("mask", mask)],
            [
                ("branches", string.Concat(branches.Select((branch, i) => $"<option value=\"{i}\">{WebUtility.HtmlEncode(branch)}</option>"))),
                ("notice", notice.Length == 0 ? "" : sat.Skin.Page("notice.html", ("text", notice))),
            ],
            sat.Troubles.Take("T15", user, one => one.Variant != "alert")?.Variant);
    }

    private async Task SaveAsync(HttpContext http, int number)
    {
        var session = SignedIn.Session(http);
        var client = SatClients.Find(session.Login, number)!;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var row = SignedIn.IsHollow(http) ? null : await ReadAsync(form, client);
        var trouble = sat.Troubles.Take("T31", session.Login.User, one => one.Variant != "mascara") ?? sat.Troubles.Take("T32", session.Login.User);
        var saved = row is not null && trouble?.Variant is null or "sem_aviso" or "queda_depois" or "sem_resposta";
        if (saved) sat.Book.Add(row!);
        sat.Record(EventKind.Registration, session.Login.User, seen => seen with
        {
            Cnpj = client.Company.Cnpj,
            Code = $"{number}",
            Result = saved ? "gravado" : "nao_gravado",
        });

        if (trouble?.Variant is "recusado" || (row is null && !SignedIn.IsHollow(http)))
            await ShowAsync(http, number, row is null ? sat.Texts.Incomplete : sat.Texts.Refused);
        else
            await _answers.SendAsync(http, session, $"/clientes/{number}", SignedIn.IsHollow(http) ? "nada" : trouble?.Variant);
    }

    // Null when something that the portal demands is missing.
    private async Task<SatRow?> ReadAsync(IFormCollection form, SatClient client)
    {
        var fields = sat.Texts.Fields;
        if (form.Files.GetFile(fields.File) is not { Length: > 0 } file) return null;
        if (new[] { fields.Operator, fields.Data, fields.Category, fields.Branch }.Any(name => form[name].ToString().Length == 0)) return null;
        if (!DateOnly.TryParseExact(form[fields.Date], "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        await using var content = file.OpenReadStream();
        return new SatRow
        {
            Client = client.Number,
            Cnpj = client.Company.Cnpj,
            Branch = client.Branches[int.Parse(form[fields.Branch].ToString(), CultureInfo.InvariantCulture)],
            Operator = form[fields.Operator].ToString(),
            Service = fields.Service is { } service ? form[service].ToString() : "",
            Data = form[fields.Data].ToString(),
            Date = date,
            Category = form[fields.Category].ToString(),
            File = file.FileName,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content)),
        };
    }
}
