using BotPhone.Jobs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BotPhone.Api;

/// <summary>Puts an address for each operator that is loaded in the place of the one that serves them all.</summary>
internal sealed class OperatorPaths(IOperators operators) : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        if (!document.Paths.Remove(SubmitModule.Path, out var all)) return Task.CompletedTask;

        var any = all.Operations![HttpMethod.Post];
        foreach (var @operator in operators.Loaded)
            document.Paths.Add($"/executar/{@operator.Route}", new OpenApiPathItem { Operations = new() { [HttpMethod.Post] = For(@operator, any, document) } });
        return Task.CompletedTask;
    }

    private static OpenApiOperation For(IOperatorVersion @operator, OpenApiOperation any, OpenApiDocument document) => new(any)
    {
        OperationId = $"{any.OperationId}_{@operator.Code}",
        Summary = $"{any.Summary} para a operadora {@operator.Code}",
        Parameters = [.. any.Parameters!.Where(parameter => parameter.In != ParameterLocation.Path)],
        RequestBody = BodyOf(@operator, document),
        Responses = new OpenApiResponses(any.Responses!)
        {
            ["200"] = Accepted(@operator, any.Responses!["200"], document),
            ["404"] = Answers.Of(404, typeof(ErrorBody), document, new ErrorDoc(404, SubmitModule.UnknownOperator(@operator.Route)).Example),
            ["422"] = Answers.Of(422, typeof(FaultsBody), document, Example.Of(FieldFault.Missing(@operator.Payload.Fields[0].Name))),
        },
    };

    private static OpenApiResponse Accepted(IOperatorVersion @operator, IOpenApiResponse any, OpenApiDocument document)
    {
        var example = new Example("aceito", "Aceito", JobCreatedBody.Of(new ExampleJob(@operator).Pending));
        var answer = Answers.Of(200, typeof(JobCreatedBody), document, example);
        answer.Description = any.Description;
        return answer;
    }

    private static OpenApiRequestBody BodyOf(IOperatorVersion @operator, OpenApiDocument document)
    {
        var name = $"Executar{@operator.Code}";
        document.AddComponent(name, PayloadDocs.SchemaOf(@operator));
        return new OpenApiRequestBody
        {
            Required = true,
            Description = "Campos que a operadora não conhece são ignorados",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [Answers.Json] = new() { Schema = new OpenApiSchemaReference(name, document), Example = PayloadDocs.ExampleOf(@operator) },
            },
        };
    }
}
