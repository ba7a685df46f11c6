namespace BotPhone.Processos;

/// <summary>What came of sending an update once: what each endpoint that was asked answered, in that order.</summary>
internal sealed record Delivery(IReadOnlyList<EndpointAnswer> Answers)
{
    public bool Succeeded => Answers is [.., { Accepted: true }];

    public override string ToString() => string.Join("; ", Answers.Select(answer => $"{answer.Path} {answer.Outcome}"));
}

/// <param name="Path">The endpoint, without the address of the API.</param>
/// <param name="Outcome">What it did, in words that continue the path.</param>
internal sealed record EndpointAnswer(string Path, bool Accepted, string Outcome);
