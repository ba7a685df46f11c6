using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace BotPhone.Api;

/// <summary>Bounds the requests of each address; questions about the server's health are never refused.</summary>
internal sealed class RateLimit(IOptions<LimitsOptions> options) : IConfigureOptions<RateLimiterOptions>
{
    private static readonly PathString[] Exempt = ["/health", "/health/live"];

    private const int Burst = 10;

    /// <summary>Whether a request is never refused: one about the server's health.</summary>
    public static bool IsExempt(PathString path) => Exempt.Contains(path);

    public void Configure(RateLimiterOptions limiter)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsExempt(http.Request.Path)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => Bucket()));
        limiter.OnRejected = RefuseAsync;
    }

    private TokenBucketRateLimiterOptions Bucket() => new()
    {
        TokenLimit = options.Value.RequestsPerSecond * Burst,
        TokensPerPeriod = options.Value.RequestsPerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    };

    private static ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellation)
    {
        var seconds = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var pause) ? Math.Max(1, (int)Math.Ceiling(pause.TotalSeconds)) : 1;
        return new(ErrorResult.TooMany(ErrorPages.DetailOf(StatusCodes.Status429TooManyRequests), seconds.ToString(CultureInfo.InvariantCulture)).ExecuteAsync(context.HttpContext));
    }
}
