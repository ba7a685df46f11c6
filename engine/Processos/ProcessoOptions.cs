using BotPhone.Hosting;
using Microsoft.Extensions.Options;

namespace BotPhone.Processos;

/// <summary>The section <c>ProcessoApi</c>.</summary>
internal sealed class ProcessoOptions
{
    public const string Section = "ProcessoApi";

    /// <summary>Gives the address where the section does not.</summary>
    public const string PlainKey = "PROCESSO_API_URL";

    private const string DefaultUrl = "http://localhost:5050";

    /// <summary>Where the API of processos is; a path in it is kept.</summary>
    public string Url { get; set; } = "";

    /// <summary>The pause before the second time that an update is tried; it doubles each time, up to an hour.</summary>
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long after the end of its job an update is tried.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The key that gave <see cref="Url"/>.</summary>
    public string UrlKey { get; private set; } = $"{Section}:{nameof(Url)}";

    /// <summary><see cref="Url"/>, ready to be continued.</summary>
    public Uri Address => new(new Uri(Url).AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Takes the address from the plain key, or the default, when the section gives none.</summary>
    public void Complete(string? plainUrl)
    {
        if (Url.Length > 0) return;
        if (string.IsNullOrEmpty(plainUrl)) Url = DefaultUrl;
        else (Url, UrlKey) = (plainUrl, PlainKey);
    }
}

internal sealed class ProcessoOptionsValidator : IValidateOptions<ProcessoOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, ProcessoOptions options)
    {
        var faults = new ValidateOptionsResultBuilder();
        // Without the value: it may hold what nobody should read in a log.
        if (!IsAddress(options.Url)) faults.AddError($"{options.UrlKey} deve ser um endereço http:// ou https:// completo, sem usuário, '?' nem '#'");
        faults.AddResult(new OptionRules(ProcessoOptions.Section)
            .Between(nameof(options.RetryPause), options.RetryPause, Shortest, UpdatePolicy.LongestPause)
            .Between(nameof(options.GiveUpAfter), options.GiveUpAfter, Shortest, TimeSpan.FromDays(30))
            .Result);
        return faults.Build();
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" };
}
