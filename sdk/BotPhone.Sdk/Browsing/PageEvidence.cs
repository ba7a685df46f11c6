namespace BotPhone.Sdk;

/// <summary>What a page was like when something went wrong, with secrets taken out.</summary>
/// <param name="Address">The page's address.</param>
/// <param name="Step">The last call to the portal, in the words of its log.</param>
/// <param name="Screenshot">A PNG of what was visible; empty when the browser gave none.</param>
/// <param name="Source">The page's document as it was then, those of its frames behind it.</param>
/// <param name="Console">The last messages of the page's console, oldest first.</param>
public sealed record PageEvidence(string Address, string Step, ReadOnlyMemory<byte> Screenshot, string Source, IReadOnlyList<string> Console);
