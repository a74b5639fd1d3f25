using System.Globalization;
using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>A registered custom connector.</summary>
/// <param name="Label">Its label, unique in account and region.</param>
/// <param name="Description">Its description; <see langword="null"/> if it has none.</param>
/// <param name="LambdaArn">The ARN of the assigned Lambda.</param>
/// <param name="Revision">1 when registered, incremented by each update, because each update reads the Lambda again.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="Account">The account that owns it.</param>
internal sealed record Connector(
    string Label, string? Description, string LambdaArn, int Revision, DateTimeOffset RegisteredAt, ConnectorAccount Account)
{
    /// <summary>The version that answers tell.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Revision}.0");

    public string Arn => Account.ConnectorArn(Label);

    /// <summary>The body of the answer with the ARN. All revisions and all remembered answers share it.</summary>
    public byte[] ArnAnswer { get; } = ConnectorAnswers.Arn(Account.ConnectorArn(Label));

    public StoredConnector ToStored() => new(Account.Region, Label, Description, LambdaArn, Revision, RegisteredAt);

    public static Connector Of(StoredConnector stored, ConnectorAccount account) =>
        new(stored.Label, stored.Description, stored.LambdaArn, stored.Revision, stored.RegisteredAt, account);
}
