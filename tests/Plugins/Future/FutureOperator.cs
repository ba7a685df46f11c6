using BotPhone.Sdk;

namespace Future;

[Operator("FUTURE")]
public sealed class FutureOperator;
