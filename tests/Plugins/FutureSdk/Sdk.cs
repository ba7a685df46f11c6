namespace BotPhone.Sdk;

[AttributeUsage(AttributeTargets.Class)]
public sealed class OperatorAttribute(string code) : Attribute
{
    public string Code { get; } = code;
}
