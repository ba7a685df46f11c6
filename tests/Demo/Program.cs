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
if (keep)
{
    Console.WriteLine($"\nDeixado no ar até Ctrl+C. Token de acesso:\n{server.Token}");
    await Shutdown.RequestedAsync();
}

return rows.Count == 5 && rows.TrueForAll(row => row.IsRight) ? 0 : 1;

async Task<Row> FetchAsync(string code, SimulatedCase wanted)
{
    var job = new InvoiceJob(wanted.Login.User, wanted.Login.Password, wanted.Filter, wanted.Cnpj, wanted.Login.Cpf);
    var outcome = await server.FollowAsync(code, code, job);
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

static string Shown(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
