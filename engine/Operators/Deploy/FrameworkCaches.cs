using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Reflection.Metadata;

namespace BotPhone.Operators;

/// <summary>
/// What the platform remembers of types that it has once serialised, described or validated, which keeps their assembly in memory. Most of it is forgotten
/// when the platform is told that types were changed, as while debugging; the rest has no such way and is taken out by name.
/// </summary>
internal static class FrameworkCaches
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly Lazy<IReadOnlyList<Action<Type[]?>>> Handlers = new(FindHandlers);
    private static readonly Lazy<IReadOnlyList<IDictionary>> Tables = new(FindTables);

    public static void Clear()
    {
        foreach (var clear in Handlers.Value) clear(null);
        foreach (var table in Tables.Value)
        {
            foreach (var type in table.Keys.OfType<Type>().Where(type => type.IsCollectible).ToList()) table.Remove(type);
        }
    }

    private static List<Action<Type[]?>> FindHandlers() =>
    [
        .. from assembly in AppDomain.CurrentDomain.GetAssemblies()
           where !assembly.IsCollectible
           from handler in assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>()
           let method = handler.HandlerType.GetMethod("ClearCache", Hidden, [typeof(Type[])])
           where method is not null
           select method.CreateDelegate<Action<Type[]?>>(),
    ];

    // A later platform may have them no more, or under other names: an operator that stays in memory is then told of.
    private static List<IDictionary> FindTables()
    {
        // One for classes and one for interfaces, which are there from the first description on.
        TypeDescriptor.GetAttributes(typeof(IEquatable<string>));
        var described = Read(typeof(TypeDescriptor), "s_providerTable") is IDictionary providers
            ? providers.Values.Cast<object>().Select(node => Read(Read(node, "Provider"), "_typeData"))
            : [];
        var validated = typeof(Validator).Assembly.GetType("System.ComponentModel.DataAnnotations.ValidationAttributeStore");
        object?[] tables =
        [
            .. described,
            Read(typeof(TypeDescriptor), "s_providerTypeTable"),
            Read(typeof(TypeDescriptor), "s_defaultProviderInitialized"),
            Read(validated?.GetProperty("Instance", Hidden)?.GetValue(null), "_typeStoreItems"),
        ];
        return [.. tables.OfType<IDictionary>()];
    }

    // A field of an object, or a static one of a type.
    private static object? Read(object? owner, string field) => owner is Type type
        ? type.GetField(field, Hidden)?.GetValue(null)
        : owner?.GetType().GetField(field, Hidden)?.GetValue(owner);
}
