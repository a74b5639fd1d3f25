using AppFlow.Fluent.Emulator.Protocol;
namespace AppFlow.Fluent.Emulator.Operations;

/// <summary>One operation of the service: its name, its path, and how its input is read. The method is always POST.</summary>
internal sealed record Operation(string Name, string Path, Func<JsonMembers, OperationInput> ReadInput)
{
    private static readonly Operation[] All =
    [
        new("UpdateConnectorRegistration", "/update-connector-registration", input => new UpdateConnectorRegistrationInput(input)),
        new("RegisterConnector", "/register-connector", input => new RegisterConnectorInput(input)),
        new("UnregisterConnector", "/unregister-connector", input => new UnregisterConnectorInput(input)),
        new("DescribeConnector", "/describe-connector", input => new DescribeConnectorInput(input)),
        new("ListConnectors", "/list-connectors", input => new ListConnectorsInput(input)),
    ];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(operation => operation.Name)];

    /// <summary>The operation with this path, compared byte for byte: <c>/list-connectors/</c> is another path.</summary>
    public static Operation? Find(string method, string path) =>
        method == "POST" ? Array.Find(All, operation => operation.Path == path) : null;
}
