using BotPhone.Api;
using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>What every WebSocket client works with.</summary>
internal sealed record SocketServices(IJobStore Store, JobFeed Feed, IStreamAccess Access, IHostApplicationLifetime Lifetime, NoticeTexts Texts);
