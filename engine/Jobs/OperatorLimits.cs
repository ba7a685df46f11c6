using System.Globalization;
using BotPhone.Hosting;

namespace BotPhone.Jobs;

/// <summary>The section <c>Operators:Limits</c>: how many jobs of an operator run at the same time, on all nodes together.</summary>
internal sealed class OperatorLimits
{
    private const string Section = "Operators:Limits";
    private readonly Dictionary<string, int> _limits = [];

    /// <exception cref="StartupException">A limit is no whole number from 1 on.</exception>
    public OperatorLimits(IConfiguration configuration)
    {
        foreach (var one in configuration.GetSection(Section).GetChildren())
        {
            _limits[one.Key] = int.TryParse(one.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
                ? limit
                : throw new StartupException($"{Section}:{one.Key} deve ser um número inteiro a partir de 1 (é '{one.Value}')");
        }
    }

    public bool Any => _limits.Count > 0;

    /// <returns>Null when there is none.</returns>
    public int? Of(string code) => _limits.TryGetValue(code, out var limit) ? limit : null;
}
