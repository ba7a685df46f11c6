using System.Globalization;
using System.Text.RegularExpressions;
using BotPhone.Sdk;

namespace BotPhone.Operators;

/// <summary>What <see cref="OperatorAttribute"/> says, checked, before the operator is created. Composed by MEF.</summary>
internal sealed partial class OperatorMetadata
{
    public OperatorMetadata(IDictionary<string, object?> values)
    {
        Code = Text(nameof(OperatorAttribute.Code)) ?? "";
        if (!ValidCode().IsMatch(Code)) throw new RejectedException($"o código '{Code}' não é válido: use de 2 a 32 letras maiúsculas, dígitos ou _");

        Route = Text(nameof(OperatorAttribute.Route)) ?? Code;
        if (!ValidRoute().IsMatch(Route)) throw new RejectedException($"a rota '{Route}' não é válida: use de 1 a 64 letras, dígitos, _ ou -");

        Payload = (Type)values[nameof(OperatorAttribute.Payload)]!;
        Settings = values.TryGetValue(nameof(OperatorAttribute.Settings), out var settings) ? (Type?)settings : null;
        Restartable = values.TryGetValue(nameof(OperatorAttribute.Restartable), out var restartable) && restartable is true;
        OneSessionPerLogin = values.TryGetValue(nameof(OperatorAttribute.OneSessionPerLogin), out var one) && one is true;
        ReusesSession = values.TryGetValue(nameof(OperatorAttribute.ReusesSession), out var reuses) && reuses is true;
        Registers = values.TryGetValue(nameof(OperatorAttribute.Registers), out var registers) && registers is true;
        Timeout = ReadTimeout(Text(nameof(OperatorAttribute.Timeout)));

        string? Text(string name) => values.TryGetValue(name, out var value) ? value as string : null;
    }

    public string Code { get; }

    public string Route { get; }

    public Type Payload { get; }

    public Type? Settings { get; }

    public bool Restartable { get; }

    public bool OneSessionPerLogin { get; }

    public bool ReusesSession { get; }

    public bool Registers { get; }

    public TimeSpan? Timeout { get; }

    private static TimeSpan? ReadTimeout(string? text)
    {
        if (text is null) return null;
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var timeout) && timeout > TimeSpan.Zero
            ? timeout
            : throw new RejectedException($"o tempo limite '{text}' não é uma duração como 00:15:00");
    }

    [GeneratedRegex("^[A-Z0-9_]{2,32}$")]
    private static partial Regex ValidCode();

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex ValidRoute();
}
