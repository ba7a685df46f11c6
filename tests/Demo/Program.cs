using System.Globalization;
using BotPhone.Demo;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Digitalnet;
using BotPhone.PortalSimulator.Embratel;
using BotPhone.PortalSimulator.Oi;
using BotPhone.PortalSimulator.Sat;
using BotPhone.PortalSimulator.Vivo;

var keep = args.Contains("--keep");
Console.WriteLine("BotPhone: um job de verdade em cada operadora, em um navegador sem janela\n");

await using var simulator = await Simulator.StartAsync();
await using var server = await Server.StartAsync(simulator.Settings);
Console.WriteLine($"Servidor  {server.Address}\nPortais   {simulator.Control}__sim/portais\n");

var rows = new List<Row>
{
    await FetchAsync("OI", OiData.Simple),
    await FetchAsync("VIVO", VivoData.Simple),
    await FetchAsync("EMBRATEL", EmbratelData.Simple),
    await FetchAsync("DIGITALNET", DigitalnetData.Simple),
};
if (rows[0].Outcome.Key is { } key) rows.Add(await RegisterAsync(OiData.Simple, key));

Table.Print(rows);
if (args.FirstOrDefault(argument => argument.StartsWith("--pictures=", StringComparison.Ordinal)) is { } pictures) await TakePicturesAsync(pictures["--pictures=".Length..]);
if (keep)
{
    Console.WriteLine($"\nDeixado no ar até Ctrl+C. Token de acesso:\n{server.Token}");
    await Shutdown.RequestedAsync();
}

return rows.Count == 5 && rows.TrueForAll(row => row.IsRight) ? 0 : 1;

async Task<Row> FetchAsync(string code, SimulatedCase wanted)
{
    var outcome = await server.FollowAsync(code, code, Ask(wanted));
    var isRight = outcome.Status == "COMPLETED" && outcome.DueDate == Shown(wanted.Expected!.DueDate);
    // What a portal hands over whole is the same, byte for byte; what is printed, merged or unlocked here is known by what it says.
    return outcome.Sha256 == wanted.Expected!.Sha256
        ? new Row(outcome, isRight, "byte a byte")
        : new Row(outcome, isRight && code is "EMBRATEL" or "DIGITALNET", "pelo conteúdo");
}

// The invoice that was just fetched goes into SAT.
async Task<Row> RegisterAsync(SimulatedCase invoice, string file)
{
    var client = SatData.Simple;
    var due = Shown(invoice.Expected!.DueDate);
    var job = new RegistrationJob(
        client.Cnpj, client.Name, "OI", client.Filter, client.Branch, client.Service, $"OI {invoice.Filter} VENC. {due}", file, due);
    var outcome = await server.FollowAsync("SAT", "sat", job);
    return new Row(
        outcome, outcome.Status == "COMPLETED" && simulator.Registrations is [var row] && row.Sha256 == invoice.Expected.Sha256, "byte a byte");
}

// What the dashboard shows after a day's work: what was fetched, what could not be, and what runs now.
async Task TakePicturesAsync(string folder)
{
    var failed = await server.FollowAsync("EMBRATEL", "EMBRATEL", Ask(EmbratelData.UnknownAccount));
    await using var pictures = await Pictures.BeginAsync(folder, server);
    SimulatedCase[] oi = [OiData.Simple, OiData.OnPageFour], embratel = [EmbratelData.Alphanumeric, EmbratelData.OnPageFour], digitalnet = [DigitalnetData.Alphanumeric, DigitalnetData.OnPageFour];
    foreach (var wanted in oi) await server.SubmitAsync("OI", Ask(wanted));
    foreach (var wanted in embratel) await server.SubmitAsync("EMBRATEL", Ask(wanted));
    foreach (var wanted in digitalnet) await server.SubmitAsync("DIGITALNET", Ask(wanted));
    await pictures.TakeWhatRunsAsync();
    await pictures.TakeAsync("job", $"#/job/{rows[0].Outcome.JobId}", ".pdf canvas");
    await pictures.TakeAsync("falha", $"#/job/{failed.JobId}", ".picture", "dark");
    await pictures.TakeAsync("novo", "#/novo/OI", "form.card");
    await pictures.TakeSheetAsync("lote", "#/lote/OI", ["login;senha;filtro;cnpj", .. oi.Select(Line), Line(OiData.Archived), Line(OiData.TwoInOneMonth), Line(OiData.OnlyOverdue) + "0"]);
    await pictures.TakeAsync("faturas", "#/faturas", ".ledger .held");
    await pictures.TakeAsync("operadoras", "#/operadoras", ".record");
    await pictures.TakeAsync("numeros", "#/numeros", ".plot canvas");
}

static InvoiceJob Ask(SimulatedCase wanted) => new(wanted.Login.User, wanted.Login.Password, wanted.Filter, wanted.Cnpj, wanted.Login.Cpf);

static string Line(SimulatedCase wanted) => string.Join(';', wanted.Login.User, wanted.Login.Password, wanted.Filter, wanted.Cnpj);

static string Shown(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
