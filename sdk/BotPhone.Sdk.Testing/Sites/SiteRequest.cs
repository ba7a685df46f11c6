using Microsoft.AspNetCore.Http;

namespace BotPhone.Sdk.Testing;

/// <summary>One request that a <see cref="TestSite"/> got.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Path">For example <c>/faturas</c>, without what is behind a question mark.</param>
/// <param name="Query">What is behind the question mark.</param>
/// <param name="Form">The fields of a form that was sent.</param>
/// <param name="Files">The files that were sent with it, by the names of their fields.</param>
public sealed record SiteRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Form,
    IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>For a message.</summary>
    public override string ToString() => $"{Method} {Path}";

    internal static async Task<SiteRequest> ReadAsync(HttpRequest request)
    {
        var form = request.HasFormContentType ? await request.ReadFormAsync() : FormCollection.Empty;
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            files[file.Name] = content.ToArray();
        }

        return new SiteRequest(
            request.Method, request.Path, request.Query.ToDictionary(one => one.Key, one => one.Value.ToString()), form.ToDictionary(one => one.Key, one => one.Value.ToString()), files);
    }
}
