using System.Globalization;

namespace AppFlow.Fluent.Emulator.Connectors;

/// <summary>A custom connector as the account holds it.</summary>
/// <param name="Label">Its label, unique in account and region.</param>
/// <param name="Description">Its description; <see langword="null"/> where it has none.</param>
/// <param name="LambdaArn">The Lambda that is assigned.</param>
/// <param name="Revision">1 when registered, and one more with each update: each reads the Lambda again.</param>
/// <param name="RegisteredAt">When it was registered.</param>
/// <param name="Account">Who owns it.</param>
internal sealed record Connector(
    string Label, string? Description, string LambdaArn, int Revision, DateTimeOffset RegisteredAt, ConnectorAccount Account)
{
    /// <summary>The version that answers tell.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Revision}.0");

    public string Arn => Account.ConnectorArn(Label);

    /// <summary>The answer's body that tells the ARN. All revisions share it, and so does whoever remembers an answer.</summary>
    public byte[] ArnAnswer { get; } = ConnectorAnswers.Arn(Account.ConnectorArn(Label));
}
