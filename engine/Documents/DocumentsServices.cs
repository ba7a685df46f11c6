using BotPhone.Jobs;

namespace BotPhone.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ArtifactsOptions, ArtifactsOptionsValidator>().BindConfiguration("Artifacts");
        services.AddOptions<DocumentsOptions>().BindConfiguration("Documents");
        services.AddSingleton<FileStore>();
        services.AddSingleton<Qpdf>();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<IEvidence>(provider => provider.GetRequiredService<EvidenceStore>());
        services.AddSingleton<IInvoices, Invoices>();
        return services;
    }
}
