namespace BotPhone.PortalSimulator.Hosting;

/// <summary>Waits that end early when the browser goes away or the simulator stops.</summary>
internal sealed class Pauses(TimeProvider time)
{
    public async Task ForAsync(HttpContext http, TimeSpan duration)
    {
        var stopping = http.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        await Task.Delay(duration, time, end.Token);
    }

    public Task ForeverAsync(HttpContext http) => ForAsync(http, Timeout.InfiniteTimeSpan);
}
