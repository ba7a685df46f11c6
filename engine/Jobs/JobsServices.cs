using BotPhone.Hosting;
using BotPhone.Jobs.Store;
using Microsoft.AspNetCore.DataProtection;

namespace BotPhone.Jobs;

internal static class JobsServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<JobsOptions, JobsOptionsValidator>().BindConfiguration("Jobs");
        // The scheduler keeps to Jobs:ShutdownTimeout itself; the host must not cut it short.
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMinutes(61));

        services.AddDataProtection().SetApplicationName("BotPhone");
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>().Configure<DataFolder, ILoggerFactory>(
            (keys, data, log) => keys.XmlRepository =
                new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(Directory.CreateDirectory(data.File("keys")), log));

        services.AddSingleton<IJobStore>(provider => new LiteJobStore(
            provider.GetRequiredService<DataFolder>().File("botphone.db"), provider.GetRequiredService<ILogger<LiteJobStore>>()));
        services.AddSingleton<PayloadSeal>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobIntake>();
        services.AddSingleton<JobScheduler>();
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
        services.AddHostedService<JobCleanup>();
        return services;
    }
}
