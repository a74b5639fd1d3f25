namespace AppFlow.Fluent.Wire;

/// <summary>An operation of the service at the HTTP level: a name and a fixed path, without its fields.</summary>
internal sealed class ServiceOperation
{
    private ServiceOperation(string name, string path, bool isSafeToRepeat = true)
    {
        Name = name;
        Path = path;
        IsSafeToRepeat = isSafeToRepeat;
    }

    public static ServiceOperation UpdateConnectorRegistration { get; } = new("UpdateConnectorRegistration", "/update-connector-registration");

    public static ServiceOperation RegisterConnector { get; } = new("RegisterConnector", "/register-connector");

    public static ServiceOperation UnregisterConnector { get; } = new("UnregisterConnector", "/unregister-connector", isSafeToRepeat: false);

    public static ServiceOperation DescribeConnector { get; } = new("DescribeConnector", "/describe-connector");

    public static ServiceOperation ListConnectors { get; } = new("ListConnectors", "/list-connectors");

    public string Name { get; }

    public string Path { get; }

    /// <summary>
    /// Whether a request that may have been applied can be sent again: it only reads, or it has a token by which the service recognises it.
    /// </summary>
    public bool IsSafeToRepeat { get; }

    public override string ToString() => Name;
}
