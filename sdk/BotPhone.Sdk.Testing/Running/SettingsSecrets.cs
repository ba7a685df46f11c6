namespace BotPhone.Sdk.Testing;

internal static class SettingsSecrets
{
    /// <summary>The values of the settings' own properties of type <see cref="Secret"/>.</summary>
    public static IEnumerable<string> Of(object? settings) => settings is null ? [] : settings.GetType().GetProperties()
        .Where(property => property.PropertyType == typeof(Secret))
        .Select(property => (Secret?)property.GetValue(settings))
        .OfType<Secret>()
        .Select(secret => secret.Reveal());
}
