using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BotPhone.Browsers;

/// <summary>The section <c>Browser</c>.</summary>
internal sealed class BrowserOptions
{
    /// <summary>Which browser.</summary>
    [AllowedValues("chrome", ErrorMessage = "Browser:Kind deve ser chrome")]
    public string Kind { get; set; } = "chrome";

    /// <summary>Without a window.</summary>
    public bool Headless { get; set; } = true;

    /// <summary>The browser's program; when absent it is looked for on the machine.</summary>
    public string? Binary { get; set; }

    /// <summary>The driver's program (chromedriver); when absent it is looked for on the machine.</summary>
    public string? Driver { get; set; }

    /// <summary>The longest that a page may take to load.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Browser:PageTimeout deve ficar entre 00:00:01 e 01:00:00")]
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The longest to wait for an element.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Browser:ElementTimeout deve ficar entre 00:00:01 e 01:00:00")]
    public TimeSpan ElementTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest that a download may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Browser:DownloadTimeout deve ficar entre 00:00:01 e 01:00:00")]
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>More arguments for the browser's command line.</summary>
    public IList<string> Arguments { get; } = [];
}

[OptionsValidator]
internal sealed partial class BrowserOptionsValidator : IValidateOptions<BrowserOptions>;
