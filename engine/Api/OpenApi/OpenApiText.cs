using System.Runtime.CompilerServices;
using BotPhone.Jobs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>The document as it is sent, written once for each set of operators.</summary>
internal sealed class OpenApiText(IOperators operators, [FromKeyedServices(OpenApiText.Document)] IOpenApiDocumentProvider documents)
{
    public const string Document = "v1";

    // Keyed by the list itself, and weakly: a text must not keep operators that were taken out.
    private readonly ConditionalWeakTable<object, byte[]> _texts = [];

    public async Task<byte[]> ReadAsync(CancellationToken cancellation)
    {
        var loaded = operators.Loaded;
        if (_texts.TryGetValue(loaded, out var known)) return known;

        var document = await documents.GetOpenApiDocumentAsync(cancellation);
        using var buffer = new MemoryStream();
        await document.SerializeAsJsonAsync(buffer, OpenApiSpecVersion.OpenApi3_1, cancellation);
        var text = buffer.ToArray();
        _texts.AddOrUpdate(loaded, text);
        return text;
    }
}
