namespace BotPhone.Jobs;

/// <summary>Brasília's clock, by which invoices are due: UTC−3 all year since 2019, so that no table of time zones is needed.</summary>
internal static class BrazilianTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(-3);

    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
