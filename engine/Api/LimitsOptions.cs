using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Api;

/// <summary>The section <c>Limits</c>: what one client may ask of the server.</summary>
internal sealed class LimitsOptions
{
    /// <summary>The largest body of a request.</summary>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>The largest sum of a request's headers.</summary>
    public int MaxHeaderBytes { get; set; } = 32 * 1024;

    /// <summary>How many requests one address may send on average; for a moment ten times as many.</summary>
    public int RequestsPerSecond { get; set; } = 1000;
}

internal sealed class LimitsOptionsValidator : IValidateOptions<LimitsOptions>
{
    public ValidateOptionsResult Validate(string? name, LimitsOptions options) => new OptionRules("Limits")
        .Between(nameof(options.MaxBodyBytes), options.MaxBodyBytes, 1024, 16 * 1024 * 1024)
        .Between(nameof(options.MaxHeaderBytes), options.MaxHeaderBytes, 1024, 1024 * 1024)
        .Between(nameof(options.RequestsPerSecond), options.RequestsPerSecond, 1, 1_000_000)
        .Result;
}
