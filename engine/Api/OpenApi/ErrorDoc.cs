using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace BotPhone.Api;

/// <summary>An error that an endpoint may answer with.</summary>
internal sealed partial record ErrorDoc(int Status, string Detail)
{
    private const string ExampleTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

    public Example Example => new("erro", "Erro", new ErrorBody(Detail, Status == StatusCodes.Status500InternalServerError ? ExampleTrace : null));

    /// <summary>All of an endpoint: those that it shares with its like, and its own.</summary>
    public static IEnumerable<ErrorDoc> Of(ApiDescription endpoint)
    {
        var examples = endpoint.Metadata<ParameterDoc>().ToDictionary(parameter => parameter.Name, parameter => parameter.Example);
        return Shared(endpoint).Select(status => new ErrorDoc(status, ErrorPages.DetailOf(status)))
            .Concat(endpoint.Metadata<ErrorDoc>().Select(error => error.Filled(examples)));
    }

    private static IEnumerable<int> Shared(ApiDescription endpoint)
    {
        yield return StatusCodes.Status500InternalServerError;
        if (!RateLimit.IsExempt($"/{endpoint.RelativePath}")) yield return StatusCodes.Status429TooManyRequests;
        if (endpoint.Metadata<IAuthorizeData>().Any()) yield return StatusCodes.Status401Unauthorized;
        if (!HttpMethods.IsPost(endpoint.HttpMethod!)) yield break;
        yield return StatusCodes.Status413PayloadTooLarge;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private ErrorDoc Filled(Dictionary<string, string?> examples) =>
        this with { Detail = Placeholder().Replace(Detail, name => examples.GetValueOrDefault(name.Groups[1].Value) ?? name.Value) };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
