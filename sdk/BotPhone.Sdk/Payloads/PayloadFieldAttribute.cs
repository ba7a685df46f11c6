namespace BotPhone.Sdk;

/// <summary>
/// Makes a property part of the request body. Its type says what is accepted: <see cref="string"/> any text, <see cref="Cnpj"/> a CNPJ,
/// <see cref="DateOnly"/> a real date as <c>DD/MM/AAAA</c>, <see cref="StorageKey"/> the name of a stored file. A nullable
/// property is optional. Faults are reported in the order in which the properties are declared.
/// </summary>
/// <param name="name">The field's name in the JSON body.</param>
/// <param name="description">What the field is, in Portuguese, for the API's documentation.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PayloadFieldAttribute(string name, string description) : Attribute
{
    /// <summary>The field's name in the JSON body.</summary>
    public string Name { get; } = name;

    /// <summary>What the field is, in Portuguese.</summary>
    public string Description { get; } = description;

    /// <summary>A made-up value for the API's documentation.</summary>
    public string? Example { get; init; }

    /// <summary>
    /// Whether the value is a secret: sealed at rest, blanked by value in every log line, event and error, erased when the job ends.
    /// </summary>
    public bool Secret { get; init; }

    /// <summary>
    /// Whether the value may tell who the client is, which is the default: in live notifications those who gave no token see its last
    /// three characters only. Say false for what everyone may read, such as the name of a carrier or a kind of service.
    /// </summary>
    public bool Identifying { get; init; } = true;

    /// <summary>
    /// Whether the value says who signs in: what <see cref="OperatorAttribute.OneSessionPerLogin"/> goes by, and what is blanked in evidence. At most one field.
    /// </summary>
    public bool Login { get; init; }
}
