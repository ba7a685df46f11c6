using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>Says of each operation what its endpoint's metadata tells: parameters, answers with examples, who may call it.</summary>
internal sealed class OperationDocs(Examples examples) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (endpoint, document) = (context.Description, context.Document!);
        foreach (var parameter in endpoint.Metadata<ParameterDoc>()) Describe(operation, parameter);

        var answers = operation.Responses!;
        foreach (var answer in endpoint.SupportedResponseTypes) Describe(answers[$"{answer.StatusCode}"], answer, endpoint);
        foreach (var form in endpoint.Metadata<OtherForm>()) answers["200"].Content!.Add(form.ContentType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        foreach (var error in ErrorDoc.Of(endpoint)) answers[$"{error.Status}"] = Answers.Of(error.Status, typeof(ErrorBody), document, error.Example);
        foreach (var fault in endpoint.Metadata<FieldFault>()) Answers.Show(answers["422"], [Example.Of(fault)]);

        operation.Responses = [];
        foreach (var (status, answer) in answers.OrderBy(answer => answer.Key, StringComparer.Ordinal)) operation.Responses.Add(status, answer);
        operation.Security = SecurityOf(endpoint, answers, document);
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiOperation operation, ParameterDoc parameter)
    {
        var parameters = operation.Parameters ??= [];
        var known = parameters.FirstOrDefault(one => one.Name == parameter.Name && one.In == parameter.In);
        if (known is null) parameters.Add(parameter.ToOpenApi());
        else parameters[parameters.IndexOf(known)] = parameter.ToOpenApi();
    }

    private void Describe(IOpenApiResponse answer, ApiResponseType type, ApiDescription endpoint)
    {
        var told = endpoint.Metadata<IProducesResponseTypeMetadata>().LastOrDefault(one => one.StatusCode == type.StatusCode);
        // The framework's own words are English.
        answer.Description = told?.Description ?? Answers.TextOf(type.StatusCode);
        if (type.Type is { } body) Answers.Show(answer, examples.Of(body, type.StatusCode));
        foreach (var (_, content) in answer.Content?.Where(one => IsBinary(one.Key)) ?? [])
            content.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
    }

    private static bool IsBinary(string contentType) => contentType != Answers.Json && !contentType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>An open operation that may yet refuse a token takes one, but asks for none.</summary>
    private static List<OpenApiSecurityRequirement> SecurityOf(ApiDescription endpoint, OpenApiResponses answers, OpenApiDocument document)
    {
        var token = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(DocumentDocs.BearerScheme, document)] = [] };
        if (endpoint.Metadata<IAuthorizeData>().Any()) return [token];
        return answers.ContainsKey("401") ? [new OpenApiSecurityRequirement(), token] : [];
    }
}
