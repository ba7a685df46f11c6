using System.ComponentModel.DataAnnotations;

namespace Swap;

public sealed record SwapOrder
{
    [Required]
    [StringLength(200)]
    public required string Account { get; init; }
}

/// <param name="Word">Stands in the log; <c>quebrada</c>: every job fails.</param>
/// <param name="Address">A server whose <c>/health</c> is asked, or none.</param>
public sealed record SwapSettings(string Word, Uri? Address = null);
