using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Control;

if (CommandLine.Read(args) is not { } options)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 2;
}

try
{
    await using var simulator = await Simulator.StartAsync(options);
    await Console.Out.WriteAsync(Welcome.Text(simulator));
    await Shutdown.RequestedAsync();
    return 0;
}
catch (IOException e)
{
    await Console.Error.WriteLineAsync($"Não foi possível começar: {e.Message}");
    return 1;
}
