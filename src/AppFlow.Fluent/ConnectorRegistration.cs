namespace AppFlow.Fluent;

/// <summary>
/// Creates every request: <c>await ConnectorRegistration.Update("orders").WithDescription("adds paging").SendAsync();</c>
/// </summary>
/// <remarks>
/// The methods are static factories, so they read as functions in F#:
/// <c>"orders" |> ConnectorRegistration.Update |> _.WithDescription("adds paging") |> _.SendAsync()</c>.
/// See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_Operations.html"/>.
/// </remarks>
public static class ConnectorRegistration
{
    // Empty requests can be shared, because requests are immutable.
    private static readonly UpdateConnectorRegistrationRequest UpdateTemplate = new();
    private static readonly RegisterConnectorRequest RegisterTemplate = new();

    /// <summary>
    /// A template for updates whose label is set later, with <see cref="UpdateConnectorRegistrationRequest.WithConnectorLabel"/>.
    /// </summary>
    public static UpdateConnectorRegistrationRequest Update() => UpdateTemplate;

    /// <summary>
    /// Points a registered connector at the latest version of its Lambda function, or, with a config, at another Lambda function.
    /// </summary>
    /// <param name="connectorLabel">The connector's label: 2 to 256 characters, an ASCII letter or digit, then also <c>_ ! @ # . -</c>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="connectorLabel"/>; the message says why.</exception>
    public static UpdateConnectorRegistrationRequest Update(string connectorLabel) => Update().WithConnectorLabel(connectorLabel);

    /// <summary>
    /// A template for registrations whose label is set later, with <see cref="RegisterConnectorRequest.WithConnectorLabel"/>.
    /// </summary>
    public static RegisterConnectorRequest Register() => RegisterTemplate;

    /// <summary>Registers a custom connector. A config must follow, for example with <see cref="RegisterConnectorRequest.WithLambda"/>.</summary>
    /// <param name="connectorLabel">The new connector's label: 2 to 256 characters, an ASCII letter or digit, then also <c>_ ! @ # . -</c>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="connectorLabel"/>; the message says why.</exception>
    public static RegisterConnectorRequest Register(string connectorLabel) => Register().WithConnectorLabel(connectorLabel);

    /// <summary>Removes a custom connector.</summary>
    /// <param name="connectorLabel">The connector's label: 2 to 256 characters, an ASCII letter or digit, then also <c>_ ! @ # . -</c>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="connectorLabel"/>; the message says why.</exception>
    public static UnregisterConnectorRequest Unregister(string connectorLabel) => new(connectorLabel);

    /// <summary>Reads the configuration of a custom connector.</summary>
    /// <param name="connectorLabel">The connector's label: 2 to 256 characters, an ASCII letter or digit, then also <c>_ ! @ # . -</c>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="connectorLabel"/>; the message says why.</exception>
    public static DescribeConnectorRequest Describe(string connectorLabel) => new(connectorLabel);

    /// <summary>Lists the connectors of the account, one page with <c>SendAsync</c>, or all of them with <c>EnumerateAsync</c>.</summary>
    public static ListConnectorsRequest List() => new();
}
