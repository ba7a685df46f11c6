namespace BotPhone.Tests.Kit;

/// <summary>A test in Firefox, left out where this machine lacks the browser or its driver.</summary>
public sealed class FirefoxFactAttribute : FactAttribute
{
    public FirefoxFactAttribute()
    {
        if (new[] { "firefox-esr", "geckodriver" }.FirstOrDefault(program => !IsHere(program)) is { } missing)
            Skip = $"{missing} is not on this machine";
    }

    private static bool IsHere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
