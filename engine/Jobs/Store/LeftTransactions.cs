using System.Collections;
using System.Reflection;
using LiteDB;
using LiteDB.Engine;

namespace BotPhone.Jobs.Store;

/// <summary>
/// What a write that failed leaves behind in LiteDB: a transaction whose pages have already been handed on. It cannot be disposed, and
/// throws in its finalizer, which would end the process minutes later. LiteDB offers no way to it (the version is pinned).
/// </summary>
internal static class LeftTransactions
{
    private const BindingFlags Inside = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;
    private static readonly FieldInfo Engine = typeof(LiteDatabase).GetField("_engine", Inside)!;
    private static readonly FieldInfo Monitor = typeof(LiteEngine).GetField("_monitor", Inside)!;
    private static readonly FieldInfo Transactions = Monitor.FieldType.GetField("_transactions", Inside)!;

    /// <summary>Keeps the finalizers of the transactions that are still open from running. To be called before the database is disposed.</summary>
    public static void Disarm(LiteDatabase database)
    {
        if (Monitor.GetValue(Engine.GetValue(database)) is not { } monitor || Transactions.GetValue(monitor) is not IDictionary open) return;
        // By the lock under which LiteDB itself changes them.
        lock (open)
        {
#pragma warning disable CA1816 // Nobody else can keep these finalizers from running.
            foreach (var transaction in open.Values) GC.SuppressFinalize(transaction);
#pragma warning restore CA1816
        }
    }
}
