using Hangfire.Storage.SQLite;
using Entry = Hangfire.Storage.SQLite.Entities.JobQueue;

namespace Fleet.Storage;

/// <summary>An entry of the SQLite storage's queue.</summary>
internal sealed record QueueEntry(int Id, int JobId, string Queue)
{
    /// <summary>Marks an entry in one statement, if its mark is still the old one.</summary>
    public static bool Mark(HangfireDbContext connection, int id, DateTime old, DateTime mark) => connection.Database.Execute(
        $"UPDATE \"{connection.Database.GetMapping<Entry>().TableName}\" SET \"{nameof(Entry.FetchedAt)}\" = ? WHERE \"{nameof(Entry.Id)}\" = ? AND \"{nameof(Entry.FetchedAt)}\" = ?",
        mark,
        id,
        old) == 1;
}
