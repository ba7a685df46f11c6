namespace BotPhone.Jobs.Move;

/// <summary>For a command that loads none.</summary>
internal sealed class NoOperators : IOperators
{
    public event Action? Changed
    {
        add { }
        remove { }
    }

    public IReadOnlyList<IOperatorVersion> Loaded => [];

    public IOperatorVersion? FindRoute(string route) => null;

    public IOperatorVersion? FindCode(string code) => null;

    public OperatorLease? Lease(string code) => null;
}
