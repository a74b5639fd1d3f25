using Npgsql;
using SQLite;

namespace Fleet.Storage;

/// <summary>Recognises failures of the jobs' storage, which an operator can put right, unlike a mistake in this program.</summary>
internal static class StorageFault
{
    /// <summary>What is wrong with the storage, without its connection string; null if the failure is another.</summary>
    public static string? Of(Exception failure)
    {
        // The engine wraps what its storage throws.
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SQLiteException or NpgsqlException or StorageSettingException)
            {
                return $"The storage of the jobs cannot be used: {cause.Message}";
            }
        }

        return null;
    }
}
