using System.Runtime.InteropServices;

namespace BotPhone.PortalSimulator;

/// <summary>The end of a program that runs until it is told to stop.</summary>
public static class Shutdown
{
    /// <summary>Completes at Ctrl+C or SIGTERM, which then does not end the process.</summary>
    public static async Task RequestedAsync()
    {
        var requested = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await requested.Task;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            requested.TrySetResult();
        }
    }
}
