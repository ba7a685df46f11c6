using BotPhone.Documents.Names;
using BotPhone.Invoices;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ArtifactsOptions, ArtifactsOptionsValidator>().BindConfiguration("Artifacts");
        services.AddOptionsWithValidateOnStart<DocumentsOptions, DocumentsOptionsValidator>().BindConfiguration("Documents");
        services.AddSingleton(provider => new DocumentNames(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value.KeyTemplate));
        services.AddSingleton<FileStore>();
        services.AddSingleton(provider => new Qpdf(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value.Qpdf));
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<IEvidence>(provider => provider.GetRequiredService<EvidenceStore>());
        services.AddSingleton<IInvoices, Invoices>();
        services.AddSingleton<IOldDocuments, OldDocuments>();
        return services;
    }
}
