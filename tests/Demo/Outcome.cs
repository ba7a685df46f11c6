namespace BotPhone.Demo;

/// <summary>How a job ended.</summary>
/// <param name="Key">The job's result, or null.</param>
/// <param name="Said">The result, or the error.</param>
/// <param name="Sha256">Of the file as a client fetches it.</param>
/// <param name="DueDate">What the stored invoice was seen to say.</param>
internal sealed record Outcome(string JobId, string Operator, string Status, TimeSpan Time, string? Key, string Said, string? Sha256, string? DueDate);

/// <summary>An outcome, and what a look at the portal says of it.</summary>
/// <param name="Proof">How it was checked, in a word or two.</param>
internal sealed record Row(Outcome Outcome, bool IsRight, string Proof);
