using BotPhone.Hosting;
using BotPhone.Jobs.Store;
using Microsoft.AspNetCore.DataProtection;

namespace BotPhone.Jobs;

internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<JobsOptions, JobsOptionsValidator>().BindConfiguration("Jobs");
        services.AddOptionsWithValidateOnStart<ValidationOptions>().BindConfiguration("Validation");
        // The scheduler keeps to Jobs:ShutdownTimeout itself; the host must not cut it short.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(61));

        services.AddDataProtection().SetApplicationName("BotPhone");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>(
            (keys, data, log) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(data.File("keys")), log));

        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<LiteJobStore>(provider, provider.GetRequiredService<DataFolder>().File("botphone.db")));
        services.AddSingleton<IJobStore>(provider => provider.GetRequiredService<LiteJobStore>());
        services.AddSingleton<IProcessoOutbox>(provider => provider.GetRequiredService<LiteJobStore>());
        services.AddSingleton<JobFeed>();
        services.AddSingleton<PayloadSeal>();
        services.AddSingleton<PayloadReader>();
        services.AddSingleton<RequestFingerprint>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<AttemptTools>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobIntake>();
        services.AddSingleton<JobScheduler>();
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        services.AddHostedService<JobCleanup>();
        return services;
    }
}
