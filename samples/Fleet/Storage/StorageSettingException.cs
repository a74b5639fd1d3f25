namespace Fleet.Storage;

/// <summary>The connection string cannot be read. The message does not quote it, because it contains a password.</summary>
internal sealed class StorageSettingException(Exception cause) : Exception(
    "the connection string of --postgres or FLEET_POSTGRES cannot be read. It has a form such as Host=db.example.com;Database=fleet;Username=fleet;Password=...",
    cause);
