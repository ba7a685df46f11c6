using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;

namespace BotPhone.Sdk;

/// <summary>One field of a request body.</summary>
public sealed class PayloadField
{
    private readonly PropertyInfo _property;

    internal PayloadField(PropertyInfo property, PayloadFieldAttribute attribute)
    {
        _property = property;
        Name = attribute.Name;
        Description = attribute.Description;
        Example = attribute.Example;
        IsSecret = attribute.Secret;
        IsIdentifying = attribute.Identifying && !attribute.Secret;
        IsLogin = attribute.Login;
        IsRequired = Nullable.GetUnderlyingType(property.PropertyType) is null
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;
        Kind = KindOf(property);
    }

    /// <summary>The name in the JSON body.</summary>
    public string Name { get; }

    /// <summary>What the field is, in Portuguese.</summary>
    public string Description { get; }

    /// <summary>A made-up value for the documentation.</summary>
    public string? Example { get; }

    /// <summary>Whether the body must have it.</summary>
    public bool IsRequired { get; }

    /// <summary>Whether its value must never be seen again.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether its value says who signs in.</summary>
    public bool IsLogin { get; }

    /// <summary>Whether only clients with a token may see its value whole.</summary>
    public bool IsIdentifying { get; }

    /// <summary>What it accepts.</summary>
    public FieldKind Kind { get; }

    /// <summary>Reads a value as the field's kind demands.</summary>
    /// <param name="text">The value in the body.</param>
    /// <param name="value">A <see cref="string"/>, <see cref="Cnpj"/>, <see cref="DateOnly"/> or <see cref="StorageKey"/>.</param>
    /// <returns>False when the text is not of that kind.</returns>
    public bool TryRead(string text, [NotNullWhen(true)] out object? value)
    {
        value = Kind switch
        {
            FieldKind.Cnpj => Cnpj.TryParse(text, out var cnpj) ? cnpj : null,
            FieldKind.Date => DateOnly.TryParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            FieldKind.StorageKey => StorageKey.TryParse(text, out var key) ? key : null,
            _ => text,
        };
        return value is not null;
    }

    internal void Assign(object payload, object value) => _property.SetValue(payload, value);

    private static FieldKind KindOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string)) return FieldKind.Text;
        if (type == typeof(Cnpj)) return FieldKind.Cnpj;
        if (type == typeof(DateOnly)) return FieldKind.Date;
        if (type == typeof(StorageKey)) return FieldKind.StorageKey;
        throw new InvalidOperationException(
            $"{property.DeclaringType?.Name}.{property.Name} is a {type.Name}: a payload field is a string, Cnpj, DateOnly or StorageKey.");
    }
}
