using BotPhone.Documents.Names;
using BotPhone.Documents.Stores;
using BotPhone.Hosting;
using BotPhone.Invoices;
using BotPhone.Jobs;
using Microsoft.Extensions.Options;

namespace BotPhone.Documents;

internal static class DocumentsServices
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<ArtifactsOptions, ArtifactsOptionsValidator>().BindConfiguration(ArtifactsOptions.Section);
        services.AddOptionsWithValidateOnStart<DocumentsOptions, DocumentsOptionsValidator>().BindConfiguration("Documents");
        services.AddSingleton(provider => new DocumentNames(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value.KeyTemplate));
        services.AddOptionsWithValidateOnStart<MinioOptions, MinioOptionsValidator>().BindConfiguration(MinioOptions.Section);
        services.AddSingleton<IDocumentStore>(provider => provider.GetRequiredService<IOptions<ArtifactsOptions>>().Value.Provider == ArtifactsOptions.S3
            ? ActivatorUtilities.CreateInstance<S3Store>(provider)
            : new FileStore(provider.GetRequiredService<DataFolder>().File("documents")));
        services.AddSingleton<Spool>();
        services.AddSingleton<PatientStore>();
        services.AddHostedService<SpoolSender>();
        services.AddSingleton<OpenedFiles>();
        services.AddSingleton(provider => new Qpdf(provider.GetRequiredService<IOptions<DocumentsOptions>>().Value.Qpdf));
        services.AddSingleton<EvidenceStore>();
        if (ClusterOptions.Of(configuration).IsPostgres)
        {
            services.AddSingleton<EvidenceInBucket>();
            services.AddSingleton<IEvidence>(provider => provider.GetRequiredService<EvidenceInBucket>());
            services.AddHostedService(provider => provider.GetRequiredService<EvidenceInBucket>());
        }
        else
        {
            services.AddSingleton<IEvidence>(provider => provider.GetRequiredService<EvidenceStore>());
        }

        services.AddSingleton<IInvoices, Invoices>();
        services.AddSingleton<IOldDocuments, OldDocuments>();
        return services;
    }
}
