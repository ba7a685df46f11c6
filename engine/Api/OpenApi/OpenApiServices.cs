using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;

namespace BotPhone.Api;

internal static class OpenApiServices
{
    public static IServiceCollection AddApiDocs(this IServiceCollection services)
    {
        services.AddSingleton<Examples>();
        services.AddSingleton<OpenApiText>();
        services.AddOpenApi(OpenApiText.Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = type => type.Kind == JsonTypeInfoKind.Object ? SchemaDocs.NameOf(type.Type) : null;
            options.AddSchemaTransformer<SchemaDocs>();
            options.AddOperationTransformer<OperationDocs>();
            options.AddDocumentTransformer<OperatorPaths>();
            options.AddDocumentTransformer<DocumentDocs>();
        });
        return services;
    }
}
