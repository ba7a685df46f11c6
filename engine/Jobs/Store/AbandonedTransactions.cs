using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using LiteDB;

namespace BotPhone.Jobs.Store;

/// <summary>
/// What a failed write leaves of LiteDB 5.0.20: transactions that it could not dispose. Their finalizer tries again, throws, and with
/// that ends the process, minutes after the disk is well again.
/// </summary>
internal static class AbandonedTransactions
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;

    /// <summary>Keeps the finalizers of a database that is closed from running.</summary>
    [SuppressMessage("Usage", "CA1816", Justification = "They are not ours to dispose, and their own way to do it has failed.")]
    public static void Forget(LiteDatabase closed)
    {
        foreach (var transaction in Transactions(closed)) GC.SuppressFinalize(transaction);
    }

    private static ICollection Transactions(LiteDatabase database) =>
        FieldOf(FieldOf(FieldOf(database, "_engine"), "_monitor"), "_transactions") is IDictionary { Values: var open } ? open : Array.Empty<object>();

    private static object? FieldOf(object? owner, string name) => owner?.GetType().GetField(name, Hidden)?.GetValue(owner);
}
