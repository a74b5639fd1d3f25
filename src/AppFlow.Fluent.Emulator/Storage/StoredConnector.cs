namespace AppFlow.Fluent.Emulator.Storage;

/// <summary>A connector as it is stored.</summary>
internal sealed record StoredConnector(
    string Region, string Label, string? Description, string LambdaArn, int Revision, DateTimeOffset RegisteredAt);
