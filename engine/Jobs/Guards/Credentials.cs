using BotPhone.Sdk;

namespace BotPhone.Jobs;

/// <summary>With what a job signs in.</summary>
/// <param name="LoginKey">Who, hashed.</param>
/// <param name="Password">Every secret of the request.</param>
internal sealed record Credentials(string LoginKey, string Password)
{
    /// <summary>The credentials of a job; null when its request has no secret.</summary>
    public static Credentials? Of(Job job, PayloadSchema schema, IReadOnlyDictionary<string, string> values)
    {
        var secrets = schema.Fields.Where(field => field.IsSecret).Select(field => values.GetValueOrDefault(field.Name, "")).ToList();
        return job.LoginKey is { } login && secrets.Count > 0 ? new Credentials(login, string.Join('\0', secrets)) : null;
    }

    public override string ToString() => LoginKey;
}
