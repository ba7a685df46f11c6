using BotPhone.Sdk;

namespace Explodes;

[Operator("EXPLODES")]
public sealed class ExplodingOperator : IOperator
{
    public ExplodingOperator() => throw new InvalidOperationException("no licence for this machine");

    public Task<OperatorResult> RunAsync(JobContext job) => throw new InvalidOperationException();
}
