using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Operators;

/// <summary>The section <c>Operators</c>, without the operators' own settings.</summary>
internal sealed class OperatorsOptions
{
    /// <summary>The folder with a folder for each operator.</summary>
    public string Path { get; set; } = "./plugins";
}

internal sealed class OperatorsOptionsValidator : IValidateOptions<OperatorsOptions>
{
    public ValidateOptionsResult Validate(string? name, OperatorsOptions options) => new OptionRules("Operators")
        .Require(!string.IsNullOrWhiteSpace(options.Path), nameof(options.Path), "deve indicar a pasta das operadoras")
        .Result;
}
