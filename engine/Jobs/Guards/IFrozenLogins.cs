namespace BotPhone.Jobs;

/// <summary>Keeps the logins whose password a portal has refused; they outlive the process.</summary>
internal interface IFrozenLogins
{
    ValueTask<FrozenLogin?> FindFrozenAsync(string loginKey);

    Task FreezeAsync(FrozenLogin login);

    Task ThawAsync(string loginKey);

    /// <summary>Forgets those that were frozen before a moment.</summary>
    Task ThawAllAsync(DateTimeOffset before);
}

/// <param name="LoginKey">Who signs in, hashed.</param>
/// <param name="Hash">Of the refused password, with <paramref name="Salt"/>.</param>
/// <param name="At">When it was refused.</param>
internal sealed record FrozenLogin(string LoginKey, byte[] Salt, byte[] Hash, DateTimeOffset At);
