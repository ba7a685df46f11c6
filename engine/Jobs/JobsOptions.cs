using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BotPhone.Jobs;

/// <summary>The section <c>Jobs</c>.</summary>
internal sealed class JobsOptions
{
    /// <summary>How many jobs run at the same time; each has a browser of its own.</summary>
    [Range(1, 100, ErrorMessage = "Jobs:MaxConcurrency deve ficar entre 1 e 100")]
    public int MaxConcurrency { get; set; } = 5;

    /// <summary>The longest that a job may run, retries included; an operator may declare its own.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Jobs:Timeout deve ficar entre 00:00:01 e 1.00:00:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an ended job is kept.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00", ErrorMessage = "Jobs:Retention deve ficar entre 00:00:01 e 3650.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often ended jobs are looked through.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Jobs:CleanupInterval deve ficar entre 00:00:01 e 1.00:00:00")]
    public TimeSpan CleanupInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long running jobs may go on after the server was told to stop.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Jobs:ShutdownTimeout deve ficar entre 00:00:00 e 01:00:00")]
    public TimeSpan ShutdownTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a job, or one of its downloads, is tried where trying again may help.</summary>
    [Range(1, 10, ErrorMessage = "Jobs:MaxAttempts deve ficar entre 1 e 10")]
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The pause before the second attempt; it triples each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00", ErrorMessage = "Jobs:RetryPause deve ficar entre 00:00:00 e 01:00:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(5);
}

[OptionsValidator]
internal sealed partial class JobsOptionsValidator : IValidateOptions<JobsOptions>;
