namespace BotPhone.Jobs;

/// <summary>The section <c>Validation</c>.</summary>
internal sealed class ValidationOptions
{
    /// <summary>Whether a CNPJ with wrong check digits is refused; otherwise the job's log warns of it.</summary>
    public bool CnpjCheckDigits { get; set; }
}
