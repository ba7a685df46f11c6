namespace BotPhone.Sdk;

/// <summary>What a payload field accepts.</summary>
public enum FieldKind
{
    /// <summary>Any text that is not empty.</summary>
    Text,

    /// <summary>A CNPJ, see <see cref="BotPhone.Sdk.Cnpj"/>.</summary>
    Cnpj,

    /// <summary>A real date written DD/MM/AAAA.</summary>
    Date,

    /// <summary>The name of a stored file, see <see cref="BotPhone.Sdk.StorageKey"/>.</summary>
    StorageKey,
}
