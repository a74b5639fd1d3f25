using System.Text.Json;
using Fleet.Releases;
using Fleet.Targets;
using Hangfire;
using Hangfire.Storage;

namespace Fleet.Outcomes;

/// <summary>
/// The outcome of each target of a release: a hash in the engine's own storage, which every machine of the roll-out can reach and which
/// outlives the jobs.
/// </summary>
internal sealed class OutcomeBook(JobStorage storage, string release)
{
    private readonly string _key = KeyOf(release);

    /// <summary>Writes an outcome in the transaction that changes the job's state.</summary>
    public static void Write(IWriteOnlyTransaction transaction, TargetRecord record) =>
        transaction.SetRangeInHash(KeyOf(record.Release.Name), [FieldOf(record)]);

    /// <summary>Opens the book with every target waiting.</summary>
    public void Open(Release opened, IEnumerable<Target> targets)
    {
        using var connection = storage.GetConnection();
        using var transaction = connection.CreateWriteTransaction();
        transaction.SetRangeInHash(
            _key, [.. targets.Select(target => FieldOf(new TargetRecord(target, opened, new TargetOutcome(OutcomeState.Waiting))))]);
        transaction.Commit();
    }

    /// <summary>All targets in order; none if there is no roll-out of this release.</summary>
    public IReadOnlyList<TargetRecord> Read()
    {
        using var connection = storage.GetConnection();
        return
        [
            .. (connection.GetAllEntriesFromHash(_key) ?? []).Values
                .Select(value => JsonSerializer.Deserialize<TargetRecord>(value)!)
                .OrderBy(record => record.Target.Key, StringComparer.Ordinal),
        ];
    }

    private static string KeyOf(string release) => $"fleet:{release}";

    private static KeyValuePair<string, string> FieldOf(TargetRecord record) => new(record.Target.Key, JsonSerializer.Serialize(record));
}
