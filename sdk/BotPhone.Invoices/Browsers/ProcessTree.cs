using System.ComponentModel;
using System.Diagnostics;

namespace BotPhone.Invoices;

internal static class ProcessTree
{
    /// <summary>Ends a process and its children, and waits until it is gone.</summary>
    /// <returns>False when there is no such process.</returns>
    public static bool Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
            process.WaitForExit(TimeSpan.FromSeconds(5));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception or AggregateException)
        {
            return false;
        }
    }
}
