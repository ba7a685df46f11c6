using System.Reflection;

namespace BotPhone.Sdk;

/// <summary>The request body that an operator accepts, read from its payload type.</summary>
public sealed class PayloadSchema
{
    private readonly Type _type;

    private PayloadSchema(Type type, IReadOnlyList<PayloadField> fields)
    {
        _type = type;
        Fields = fields;
    }

    /// <summary>The fields in the order in which they are declared, those of a base type first.</summary>
    public IReadOnlyList<PayloadField> Fields { get; }

    /// <summary>Reads the schema of a payload type.</summary>
    /// <param name="type">A class with a constructor without parameters and properties marked <see cref="PayloadFieldAttribute"/>.</param>
    /// <exception cref="InvalidOperationException">The type has no such constructor, no field, two of one name, two logins, or a field of an unknown type.</exception>
    public static PayloadSchema Of(Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || type.GetConstructor(Type.EmptyTypes) is null)
            throw new InvalidOperationException($"The payload type {type.Name} needs a public constructor without parameters.");

        var fields = Ancestry(type)
            .SelectMany(declaring => declaring.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).OrderBy(p => p.MetadataToken))
            .Select(property => (property, attribute: property.GetCustomAttribute<PayloadFieldAttribute>()))
            .Where(found => found.attribute is not null)
            .Select(found => new PayloadField(found.property, found.attribute!))
            .ToList();

        if (fields.Count == 0)
            throw new InvalidOperationException($"The payload type {type.Name} has no property marked [PayloadField].");
        if (fields.GroupBy(field => field.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InvalidOperationException($"The payload type {type.Name} has two fields named '{twice.Key}'.");
        if (fields.Count(field => field.IsLogin) > 1)
            throw new InvalidOperationException($"The payload type {type.Name} has more than one field that says who signs in.");
        return new PayloadSchema(type, fields);
    }

    /// <summary>Makes the payload from values that were checked before.</summary>
    /// <param name="values">Texts by field name; what the schema does not know is left out.</param>
    /// <returns>A new instance of the payload type.</returns>
    /// <exception cref="FormatException">A value is not of its field's kind.</exception>
    public object Bind(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var payload = Activator.CreateInstance(_type)!;
        foreach (var field in Fields)
        {
            if (!values.TryGetValue(field.Name, out var text)) continue;
            if (!field.TryRead(text, out var value)) throw new FormatException($"The field '{field.Name}' is not a {field.Kind}.");
            field.Assign(payload, value);
        }

        return payload;
    }

    private static IEnumerable<Type> Ancestry(Type type) =>
        type.BaseType is { } ancestor && ancestor != typeof(object) ? Ancestry(ancestor).Append(type) : [type];
}
