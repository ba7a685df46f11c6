using System.Diagnostics.CodeAnalysis;
using BotPhone.Sdk;
using Microsoft.Extensions.Logging;

namespace Faulty;

/// <summary>Everything that an operator should not do: what the filter says.</summary>
[Operator("FAULTY")]
[SuppressMessage("Performance", "CA1848", Justification = "A test operator.")]
[SuppressMessage("Performance", "CA1873", Justification = "A test operator.")]
public sealed class FaultyOperator : IOperator
{
    private static Timer? s_timer;

    public Task<OperatorResult> RunAsync(JobContext job) => job.Payload<InvoiceRequest>().Filter switch
    {
        "now" => throw new InvalidOperationException("at once"),
        "later" => LaterAsync(),
        "stray" => StrayAsync(),
        "allocates" => AllocateAsync(),
        "leaks" => LeakAsync(),
        "brings" => BringAsync(job),
        var other => throw new ArgumentException(other),
    };

    private static async Task<OperatorResult> LaterAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("a moment later");
    }

    // Nobody waits for that thread: an exception there ends a process that does not see to it.
    private static async Task<OperatorResult> StrayAsync()
    {
        var thread = new Thread(() => throw new InvalidOperationException("on a thread of its own"));
        thread.Start();
        thread.Join();
        await Task.Yield();
        throw new OperatorException(ErrorCode.InvoiceNotFound);
    }

    private static async Task<OperatorResult> AllocateAsync()
    {
        await Task.Yield();
        var kept = new List<byte[]>();
        while (true)
        {
            var piece = new byte[16 * 1024 * 1024];
            Array.Fill(piece, (byte)1);
            kept.Add(piece);
        }
    }

    private static Task<OperatorResult> LeakAsync()
    {
        s_timer = new Timer(_ => GC.KeepAlive(s_timer), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
        throw new OperatorException(ErrorCode.InvoiceNotFound);
    }

    private static Task<OperatorResult> BringAsync(JobContext job)
    {
        job.Log.LogInformation("{Part}, Polly.Core {Version}", FaultyParts.Part.Name, typeof(Polly.ResiliencePipeline).Assembly.GetName().Version);
        throw new OperatorException(ErrorCode.InvoiceNotFound);
    }
}
