namespace BotPhone.Jobs;

internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AuditOptions, AuditOptionsValidator>().BindConfiguration("Audit");
        return services.AddSingleton<AuditTrail>();
    }

    /// <summary>Takes down what was done at the command line, in the name of the account that did it.</summary>
    public static void AddByHand(this IServiceProvider services, string action, string target, string? details = null) =>
        services.GetRequiredService<AuditTrail>().Add(new AuditEntry(action, target, $"console:{Environment.UserName}", details));
}
