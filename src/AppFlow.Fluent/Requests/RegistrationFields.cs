using System.Text.Json;
using AppFlow.Fluent.Constraints;

namespace AppFlow.Fluent.Requests;

/// <summary>The fields that registering a connector and updating its registration share, each validated when it is set.</summary>
internal readonly record struct RegistrationFields
{
    // Encoded once: a name as text is searched for what must be escaped each time that it is written.
    private static readonly JsonEncodedText ConnectorLabelName = JsonEncodedText.Encode("connectorLabel");
    private static readonly JsonEncodedText DescriptionName = JsonEncodedText.Encode("description");
    private static readonly JsonEncodedText ConnectorProvisioningConfigName = JsonEncodedText.Encode("connectorProvisioningConfig");
    private static readonly JsonEncodedText LambdaName = JsonEncodedText.Encode("lambda");
    private static readonly JsonEncodedText LambdaArnName = JsonEncodedText.Encode("lambdaArn");
    private static readonly JsonEncodedText ConnectorProvisioningTypeName = JsonEncodedText.Encode("connectorProvisioningType");
    private static readonly JsonEncodedText ClientTokenName = JsonEncodedText.Encode("clientToken");

    public string? ConnectorLabel { get; private init; }

    public string? Description { get; private init; }

    public ConnectorProvisioningConfig? ConnectorProvisioningConfig { get; private init; }

    public string? ClientToken { get; private init; }

    public string? OperationId { get; private init; }

    public RegistrationFields WithConnectorLabel(string connectorLabel) =>
        this with { ConnectorLabel = ConnectorLabelConstraint.Instance.Check(connectorLabel, nameof(connectorLabel)) };

    public RegistrationFields WithDescription(string description) =>
        this with { Description = DescriptionConstraint.Instance.Check(description, nameof(description)) };

    public RegistrationFields WithConnectorProvisioningConfig(ConnectorProvisioningConfig connectorProvisioningConfig) =>
        this with { ConnectorProvisioningConfig = Checked(connectorProvisioningConfig) };

    public RegistrationFields WithLambda(string lambdaArn) =>
        this with { ConnectorProvisioningConfig = ConnectorProvisioningConfig.ForLambda(lambdaArn) };

    // A token and an operation id exclude each other: the last one set wins.
    public RegistrationFields WithClientToken(string clientToken) =>
        this with { ClientToken = ClientTokenConstraint.Instance.Check(clientToken, nameof(clientToken)), OperationId = null };

    public RegistrationFields WithOperationId(string operationId) =>
        this with { ClientToken = null, OperationId = OperationIdConstraint.Instance.Check(operationId, nameof(operationId)) };

    /// <summary>The token that a call to <paramref name="operation"/> carries: the given one, that of the operation id, or a new one.</summary>
    public string TokenToSend(string operation) => ClientToken ?? (OperationId is null
        ? Fluent.ClientToken.New()
        : Fluent.ClientToken.Derive(
            OperationId,
            operation,
            ("connectorLabel", ConnectorLabel),
            ("description", Description),
            ("connectorProvisioningConfig.lambda.lambdaArn", ConnectorProvisioningConfig?.Lambda.LambdaArn)));

    /// <param name="json">Where to write the fields that are set.</param>
    /// <param name="clientToken">The token of the call; null leaves it out.</param>
    /// <param name="connectorProvisioningType">The kind of the config, if the operation has a field for it.</param>
    public void Write(Utf8JsonWriter json, string? clientToken, string? connectorProvisioningType = null)
    {
        WriteIfSet(json, ConnectorLabelName, ConnectorLabel);
        WriteIfSet(json, DescriptionName, Description);
        if (ConnectorProvisioningConfig is { } config)
        {
            json.WriteStartObject(ConnectorProvisioningConfigName);
            json.WriteStartObject(LambdaName);
            json.WriteString(LambdaArnName, config.Lambda.LambdaArn);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        WriteIfSet(json, ConnectorProvisioningTypeName, connectorProvisioningType);
        WriteIfSet(json, ClientTokenName, clientToken);
    }

    public string Show(string request) => RequestText.Show(
        request,
        ("ConnectorLabel", ConnectorLabel),
        ("Description", Description),
        ("LambdaArn", ConnectorProvisioningConfig?.Lambda.LambdaArn),
        ("ClientToken", ClientToken),
        ("OperationId", OperationId));

    // A config may come from JSON or from an answer of the service, and may not be validated yet.
    private static ConnectorProvisioningConfig Checked(ConnectorProvisioningConfig connectorProvisioningConfig)
    {
        if (connectorProvisioningConfig is null)
        {
            throw new ArgumentNullException(
                nameof(connectorProvisioningConfig),
                "connectorProvisioningConfig must not be null. To leave it unset, leave out the call.");
        }

        if (connectorProvisioningConfig.Lambda?.LambdaArn is not { } lambdaArn)
        {
            throw new ArgumentException(
                "connectorProvisioningConfig must hold a Lambda function; it has no lambda.lambdaArn. Make one with ConnectorProvisioningConfig.ForLambda.",
                nameof(connectorProvisioningConfig));
        }

        LambdaArnConstraint.Instance.Check(lambdaArn, nameof(connectorProvisioningConfig));
        return connectorProvisioningConfig;
    }

    private static void WriteIfSet(Utf8JsonWriter json, JsonEncodedText field, string? value)
    {
        if (value is not null)
        {
            json.WriteString(field, value);
        }
    }
}
