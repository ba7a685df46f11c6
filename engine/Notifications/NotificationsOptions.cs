using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Notifications;

/// <summary>The section <c>Notifications</c>.</summary>
internal sealed class NotificationsOptions
{
    /// <summary>How often a WebSocket client is asked whether it is still there.</summary>
    public static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long its answer is waited for.</summary>
    public static readonly TimeSpan KeepAliveTimeout = TimeSpan.FromSeconds(60);

    /// <summary>How many clients may follow at the same time, over SSE and WebSocket together.</summary>
    public int MaxClients { get; set; } = 2000;
}

internal sealed class NotificationsOptionsValidator : IValidateOptions<NotificationsOptions>
{
    public ValidateOptionsResult Validate(string? name, NotificationsOptions options) => new OptionRules("Notifications")
        .Between(nameof(options.MaxClients), options.MaxClients, 1, 100_000)
        .Result;
}
