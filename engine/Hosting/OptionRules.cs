using Microsoft.Extensions.Options;

namespace BotPhone.Hosting;

/// <summary>Checks the values of a section and names each key that makes no sense.</summary>
internal sealed class OptionRules(string section)
{
    private readonly List<string> _faults = [];

    public ValidateOptionsResult Result => _faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_faults);

    public OptionRules Between<T>(string key, T value, T lowest, T highest)
        where T : IComparable<T> =>
        Require(value.CompareTo(lowest) >= 0 && value.CompareTo(highest) <= 0, key, $"deve ficar entre {lowest} e {highest} (é {value})");

    public OptionRules OneOf(string key, string value, params IReadOnlyList<string> allowed) =>
        Require(allowed.Contains(value), key, $"deve ser {string.Join(" ou ", allowed)} (é '{value}')");

    public OptionRules Require(bool holds, string key, string rule)
    {
        if (!holds) _faults.Add($"{section}:{key} {rule}");
        return this;
    }
}
