using System.Runtime.CompilerServices;
using System.Text.Json;
using BotPhone.Api;
using BotPhone.Jobs;

namespace BotPhone.Notifications;

/// <summary>What is told of an event, written once for all who may see it whole and once for all others.</summary>
internal sealed class NoticeTexts(TimeProvider time)
{
    private readonly ConditionalWeakTable<JobEvent, string> _whole = [];
    private readonly ConditionalWeakTable<JobEvent, string> _masked = [];

    public string Of(JobEvent one, bool whole) => whole ? _whole.GetValue(one, Whole) : _masked.GetValue(one, Masked);

    public static string Of(Notification notice) => JsonSerializer.Serialize(notice, ApiJson.Wire.Notification);

    private string Whole(JobEvent one) => Of(Notification.Of(one, whole: true, time));

    private string Masked(JobEvent one) => Of(Notification.Of(one, whole: false, time));
}
