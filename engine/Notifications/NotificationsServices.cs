using Microsoft.AspNetCore.WebSockets;

namespace BotPhone.Notifications;

internal static class NotificationsServices
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<NotificationsOptions, NotificationsOptionsValidator>().BindConfiguration("Notifications");
        services.AddWebSockets(sockets =>
        {
            sockets.KeepAliveInterval = NotificationsOptions.KeepAliveInterval;
            sockets.KeepAliveTimeout = NotificationsOptions.KeepAliveTimeout;
        });
        services.AddSingleton<StreamPlaces>();
        services.AddSingleton<NoticeTexts>();
        services.AddSingleton<LogStream>();
        services.AddSingleton<SocketServices>();
        services.AddHostedService<StatusTicker>();
        return services;
    }
}
