using System.Runtime.InteropServices;
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
    await StopSignalAsync();
    return 0;
}
catch (IOException e)
{
    await Console.Error.WriteLineAsync($"Não foi possível começar: {e.Message}");
    return 1;
}

static async Task StopSignalAsync()
{
    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stop.Task;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}
