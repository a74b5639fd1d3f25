using Hangfire.Storage;
using Hangfire.Storage.SQLite;

namespace Fleet.Storage;

/// <summary>The SQLite storage, adapted so that several processes of a machine can share it even if some of them are killed.</summary>
internal sealed class SharedFileStorage : SQLiteStorage
{
    private readonly SQLiteStorageOptions _options;

    public SharedFileStorage(SQLiteDbConnectionFactory connections, SQLiteStorageOptions options, IEnumerable<string> queues)
        : base(connections, options)
    {
        _options = options;
        QueueProviders.Add(new SharedFileQueue(this, options, TimeProvider.System), queues);
    }

    public override IStorageConnection GetConnection() => new SharedFileConnection(CreateAndOpenConnection(), _options, QueueProviders);
}
