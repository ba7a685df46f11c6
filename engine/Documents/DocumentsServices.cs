using BotPhone.Jobs;

namespace BotPhone.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ArtifactsOptions, ArtifactsOptionsValidator>().BindConfiguration("Artifacts");
        services.AddSingleton<FileStore>();
        services.AddSingleton<IInvoices, Invoices>();
        return services;
    }
}
