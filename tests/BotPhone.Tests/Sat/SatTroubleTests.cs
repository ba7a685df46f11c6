using BotPhone.PortalSimulator;
using BotPhone.PortalSimulator.Sat;

namespace BotPhone.Tests.Sat;

/// <summary>Something is wrong at the portal: the job ends in the code that says what, and the portal has the row once or not at all.</summary>
public abstract class SatTroubleTests
{
    private static readonly string[] Impatient =
        ["--Jobs:MaxAttempts=2", "--Browser:ElementTimeout=00:00:06", "--Browser:PageTimeout=00:00:08"];

    private static readonly string[] Patient = [.. Impatient, "--Browser:ElementTimeout=00:00:20", "--Browser:PageTimeout=00:00:30"];

    // A search with two hits, and nothing registered yet.
    private static readonly SatCase Usual = SatData.PartOfAName;

    internal static Task<SatServer> StartAsync() => SatServer.StartAsync(Impatient);

    /// <param name="trouble">What goes wrong.</param>
    /// <param name="code">How the job must end.</param>
    /// <param name="attempts">How often it must have been run.</param>
    /// <param name="says">A part of the error.</param>
    /// <param name="logins">How often someone must have signed in; null: however often.</param>
    /// <param name="sent">Whether the form must have been sent.</param>
    /// <param name="wanted">Another case than the usual one.</param>
    protected static async Task AssertFailsAsync(
        Trouble trouble, string code, int attempts, string says = "", int? logins = null, bool sent = false, SatCase? wanted = null)
    {
        await using var sat = await StartAsync();
        sat.Portal.Inject(trouble);
        SatServer.AssertFailed(await sat.RunAsync(wanted ?? Usual), code, attempts, says);
        Assert.Empty(sat.Rows);
        Assert.Equal(sent ? attempts : 0, sat.Seen(EventKind.Registration).Count);
        if (logins is not null) Assert.Equal(logins, sat.Seen(EventKind.LoginPost).Count);
    }

    /// <param name="trouble">What goes wrong.</param>
    /// <param name="attempts">How often the job must have been run.</param>
    /// <param name="patient">Whether the trouble is one of slowness.</param>
    /// <returns>The lines of the job's log.</returns>
    protected static async Task<string> AssertRegistersAsync(Trouble trouble, int? attempts = 1, bool patient = false)
    {
        await using var sat = await SatServer.StartAsync(patient ? Patient : Impatient);
        sat.Portal.Inject(trouble);
        var status = await sat.RunAsync(Usual);
        sat.AssertRegistered(status, Usual, attempts);
        Assert.Single(sat.Rows);
        return string.Join('\n', status["logs"]!.AsArray().Select(line => (string)line!["message"]!));
    }

    protected static Trouble Of(string kind, string? variant = null, int? times = null, string? element = null, int? after = null) =>
        new() { Portal = "SAT", Kind = kind, Variant = variant, Times = times, Element = element, After = after };
}
