namespace BotPhone.Hosting;

internal static class ClusterHosting
{
    /// <summary>The database that nodes share, if the settings say that there are nodes.</summary>
    public static IServiceCollection AddClusterDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptionsWithValidateOnStart<ClusterOptions, ClusterOptionsValidator>().BindConfiguration(ClusterOptions.Section);
        if (ClusterOptions.Of(configuration).IsPostgres) services.AddSingleton<PostgresDatabase>();
        return services;
    }
}
