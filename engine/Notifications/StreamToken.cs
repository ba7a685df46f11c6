using BotPhone.Api;

namespace BotPhone.Notifications;

/// <summary>What a request for a stream brings: browsers cannot send a header there, so the query counts too.</summary>
internal static class StreamToken
{
    private const string Scheme = "Bearer ";

    /// <returns>Whether the client may see all, or null when it must be refused.</returns>
    public static async Task<bool?> CheckAsync(HttpRequest request, IStreamAccess access)
    {
        if (Read(request) is not { } token) return false;
        return await access.IsValidAsync(token) ? true : null;
    }

    private static string? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is { Count: > 0 } header)
            return header.ToString() is var text && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : "";
        return request.Query.TryGetValue("access_token", out var query) ? query.ToString() : null;
    }
}
