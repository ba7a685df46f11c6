using BotPhone.Hosting;
using BotPhone.Invoices;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>The section <c>Jobs</c>.</summary>
internal sealed class JobsOptions
{
    /// <summary>How many jobs run at the same time, and how many browsers are kept warm for them.</summary>
    public int MaxConcurrency { get; set; } = 5;

    /// <summary>The longest that a job may run, retries included; an operator may declare its own.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an ended job is kept.</summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often ended jobs are looked through.</summary>
    public TimeSpan CleanupInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long running jobs may go on after the server was told to stop.</summary>
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a job, or one of its downloads, is tried where trying again may help.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The pause before the second attempt; it triples each time.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a password that a portal refused is not sent to it again.</summary>
    public TimeSpan LoginFreeze { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a signed-in session waits for the next job of its login, where the operator reuses sessions.</summary>
    public TimeSpan SessionIdle { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The unit of the pauses (0, 1, 5, 15, 30, 60) before the next job of an operator whose portal is down; zero for none.</summary>
    public TimeSpan OutagePause { get; set; } = TimeSpan.FromMinutes(1);

    public Tries Tries() => new(MaxAttempts, RetryPause);
}

internal sealed class JobsOptionsValidator : IValidateOptions<JobsOptions>
{
    public ValidateOptionsResult Validate(string? name, JobsOptions options) => new OptionRules("Jobs")
        .Between(nameof(options.MaxConcurrency), options.MaxConcurrency, 1, 100)
        .Between(nameof(options.Timeout), options.Timeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1))
        .Between(nameof(options.Retention), options.Retention, TimeSpan.FromSeconds(1), TimeSpan.FromDays(3650))
        .Between(nameof(options.CleanupInterval), options.CleanupInterval, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1))
        .Between(nameof(options.ShutdownTimeout), options.ShutdownTimeout, TimeSpan.Zero, TimeSpan.FromHours(1))
        .Between(nameof(options.MaxAttempts), options.MaxAttempts, 1, 10)
        .Between(nameof(options.RetryPause), options.RetryPause, TimeSpan.Zero, TimeSpan.FromHours(1))
        .Between(nameof(options.LoginFreeze), options.LoginFreeze, TimeSpan.Zero, TimeSpan.FromDays(3650))
        .Between(nameof(options.SessionIdle), options.SessionIdle, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
        .Between(nameof(options.OutagePause), options.OutagePause, TimeSpan.Zero, TimeSpan.FromHours(1))
        .Result;
}
