using BotPhone.Sdk;

namespace NoExports;

/// <summary>Forgot the attribute.</summary>
public sealed class Nothing : IOperator
{
    public Task<OperatorResult> RunAsync(JobContext job) => throw new InvalidOperationException();
}
