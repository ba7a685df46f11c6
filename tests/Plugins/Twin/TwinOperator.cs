using BotPhone.Sdk;

namespace Twin;

/// <summary>Has the code of another operator.</summary>
[Operator("PROBE", Route = "twin")]
public sealed class TwinOperator : IOperator
{
    public Task<OperatorResult> RunAsync(JobContext job) => throw new InvalidOperationException();
}
