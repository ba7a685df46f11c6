using BotPhone.Demo;
using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Oi;

var keep = args.Contains("--keep");
Console.WriteLine("BotPhone: um job de verdade em cada operadora, em um Chromium sem janela\n");

await using var simulator = await Simulator.StartAsync();
await using var server = await Server.StartAsync(simulator.Settings);
Console.WriteLine($"Servidor    {server.Address}\nPortal OI   {simulator.AddressesOf("OI")["portal"]}\n");

var rows = new List<Row>();
foreach (var (code, @case) in new[] { ("OI", OiData.Simple) })
{
    var request = new InvoiceJob(@case.Login.User, @case.Login.Password, @case.Filter, @case.Cnpj);
    rows.Add(await server.FollowAsync(code, request, @case.Expected!.Sha256));
}

Table.Print(rows);
if (keep)
{
    Console.WriteLine($"\nDeixado no ar até Ctrl+C. Token de acesso:\n{server.Token}");
    await Shutdown.RequestedAsync();
}

return rows.TrueForAll(row => row.IsRight) ? 0 : 1;
