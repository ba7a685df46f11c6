using Carter;

namespace BotPhone.Api;

/// <summary><c>GET /docs</c>: the documentation to read and try out, open to everyone. Nothing on it comes from another server.</summary>
internal sealed class DocsPage : ICarterModule
{
    private const string StyleSheet = "botphone.css";

    public void AddRoutes(IEndpointRouteBuilder app) =>
        app.MapGet($"/docs/{StyleSheet}", () => TypedResults.Stream(Resource(StyleSheet), "text/css; charset=utf-8")).ExcludeFromDescription();

    public static void Use(WebApplication app) => app.UseSwaggerUI(page =>
    {
        page.RoutePrefix = "docs";
        page.DocumentTitle = "BotPhone · Documentação da API";
        page.IndexStream = () => Resource("index.html");
        page.SwaggerEndpoint(OpenApiModule.Path, "BotPhone");
        page.EnablePersistAuthorization();
        page.DisplayRequestDuration();
        page.DefaultModelsExpandDepth(-1);
        page.EnableValidator(null);
    });

    private static Stream Resource(string name) => typeof(DocsPage).Assembly.GetManifestResourceStream(name)!;
}
