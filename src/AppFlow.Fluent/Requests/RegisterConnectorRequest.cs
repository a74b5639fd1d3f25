using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using AppFlow.Fluent.Annotations;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Constraints;
using AppFlow.Fluent.Requests;
using AppFlow.Fluent.Responses;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>
/// Registers a custom connector with the account: AppFlow's <c>RegisterConnector</c>.
/// </summary>
/// <remarks>
/// <para>A request is immutable: every <c>With…</c> method returns a new one and does not change this one. Requests have value
/// equality.</para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_RegisterConnector.html"/>.</para>
/// </remarks>
[FluentRequest]
public sealed record RegisterConnectorRequest : AppFlowRequest<RegisterConnectorResponse>
{
    private readonly RegistrationFields _fields;

    internal RegisterConnectorRequest()
    {
    }

    private RegisterConnectorRequest(RegistrationFields fields) => _fields = fields;

    /// <summary>
    /// The connector's label. Required. 2 to 256 characters: an ASCII letter or digit, then ASCII letters, digits and <c>_ ! @ # . -</c>.
    /// </summary>
    [Required]
    [StringLength(ConnectorLabelConstraint.MaxLength, MinimumLength = ConnectorLabelConstraint.MinLength)]
    [RegularExpression(ConnectorLabelConstraint.Pattern)]
    public string? ConnectorLabel => _fields.ConnectorLabel;

    /// <summary>
    /// A description of the connector. At most 1,024 characters: ASCII letters, digits, white space and
    /// <c>_ / ! @ # + = . -</c>; no comma, colon, quote or parenthesis.
    /// </summary>
    [StringLength(DescriptionConstraint.MaxLength)]
    [RegularExpression(DescriptionConstraint.Pattern)]
    public string? Description => _fields.Description;

    /// <summary>The Lambda function behind the connector. Required.</summary>
    [Required]
    public ConnectorProvisioningConfig? ConnectorProvisioningConfig => _fields.ConnectorProvisioningConfig;

    /// <summary>How the connector is provisioned, derived from its config: <c>LAMBDA</c>, or null if no config is set.</summary>
    public ConnectorProvisioningType? ConnectorProvisioningType =>
        ConnectorProvisioningConfig is null ? null : Fluent.ConnectorProvisioningType.Lambda;

    /// <summary>
    /// The idempotency token to send, or null if each send generates one. 1 to 256 printable ASCII characters. The service keeps a token
    /// for eight hours: the same token with the same input is applied once, with different input it is an error.
    /// </summary>
    [StringLength(ClientTokenConstraint.MaxLength, MinimumLength = ClientTokenConstraint.MinLength)]
    [RegularExpression(ClientTokenConstraint.Pattern)]
    [IdempotencyToken]
    public string? ClientToken => _fields.ClientToken;

    /// <summary>The id that the token is derived from, or null. 1 to 256 characters, not blank; it is never sent.</summary>
    [StringLength(OperationIdConstraint.MaxLength, MinimumLength = OperationIdConstraint.MinLength)]
    [RegularExpression(OperationIdConstraint.Pattern)]
    [JsonIgnore]
    public string? OperationId => _fields.OperationId;

    /// <summary>The same request for another connector.</summary>
    /// <param name="connectorLabel">The label: 2 to 256 characters, see <see cref="ConnectorLabel"/>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="connectorLabel"/>; the message says why.</exception>
    public RegisterConnectorRequest WithConnectorLabel(string connectorLabel) =>
        new(_fields.WithConnectorLabel(connectorLabel));

    /// <summary>The same request with another config.</summary>
    /// <param name="connectorProvisioningConfig">The config, from <see cref="AppFlow.Fluent.ConnectorProvisioningConfig.ForLambda"/>.</param>
    /// <exception cref="ArgumentException">
    /// <paramref name="connectorProvisioningConfig"/> is null, or has no Lambda function or one that the service would refuse.
    /// </exception>
    public RegisterConnectorRequest WithConnectorProvisioningConfig(ConnectorProvisioningConfig connectorProvisioningConfig) =>
        new(_fields.WithConnectorProvisioningConfig(connectorProvisioningConfig));

    /// <summary>The same request with the Lambda function behind the connector: short for <see cref="WithConnectorProvisioningConfig"/>.</summary>
    /// <param name="lambdaArn">The function's ARN: at most 512 characters, in any partition.</param>
    /// <exception cref="ArgumentException"><paramref name="lambdaArn"/> is null or not an ARN that the service accepts.</exception>
    public RegisterConnectorRequest WithLambda(string lambdaArn) =>
        new(_fields.WithLambda(lambdaArn));

    /// <summary>The same request with another description.</summary>
    /// <param name="description">The description: at most 1,024 characters, see <see cref="Description"/>. It may be empty.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="description"/>; the message says why.</exception>
    public RegisterConnectorRequest WithDescription(string description) =>
        new(_fields.WithDescription(description));

    /// <summary>
    /// The same request with a given client token, for example <see cref="AppFlowException.ClientToken"/> of a failed call, to continue
    /// that call. This works within eight hours of that call's first attempt; after that the service treats it as a new call. Replaces an
    /// operation id.
    /// </summary>
    /// <param name="clientToken">The token: 1 to 256 printable ASCII characters, see <see cref="ClientToken"/>.</param>
    /// <exception cref="ArgumentException">The service would refuse <paramref name="clientToken"/>; the message says why.</exception>
    public RegisterConnectorRequest WithClientToken([IdempotencyToken] string clientToken) =>
        new(_fields.WithClientToken(clientToken));

    /// <summary>
    /// The same request with a client token that each send derives from the caller's id, the operation and the content. The same step of
    /// the same release can be run again from any machine and is applied once; a changed request has another token. Replaces a client
    /// token. The service forgets a token after eight hours: a step that is run again later is a new call and is applied again.
    /// </summary>
    /// <param name="operationId">The name of the step, for example <c>release-42</c>: 1 to 256 characters, not blank.</param>
    /// <exception cref="ArgumentException"><paramref name="operationId"/> is null, blank or too long.</exception>
    public RegisterConnectorRequest WithOperationId(string operationId) =>
        new(_fields.WithOperationId(operationId));

    /// <summary>Sends the request with <see cref="AppFlowClient.Default"/>.</summary>
    /// <inheritdoc cref="SendAsync(IAppFlowClient, CancellationToken)"/>
    public Task<RegisterConnectorResponse> SendAsync(CancellationToken cancellationToken = default) =>
        SendWithDefaultAsync(cancellationToken);

    /// <summary>Sends the request.</summary>
    /// <param name="client">The client to send it with.</param>
    /// <param name="cancellationToken">Ends the wait; the service may still apply the request.</param>
    /// <returns>The service's answer, with the client token that was sent.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// connectorLabel or connectorProvisioningConfig was never set, or no credentials or region were found. Nothing was sent.
    /// </exception>
    /// <exception cref="AppFlowException">The service refused the request; each documented error has its own type.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer arrived.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled; <c>Data["ClientToken"]</c> holds the token once the request was signed.
    /// </exception>
    public Task<RegisterConnectorResponse> SendAsync(IAppFlowClient client, CancellationToken cancellationToken = default) =>
        SendWithAsync(client, cancellationToken);

    /// <summary>The request as text: its name and what was set.</summary>
    public override string ToString() => _fields.Show(nameof(RegisterConnectorRequest));

    internal override ServiceOperation Operation => ServiceOperation.RegisterConnector;

    internal override string TokenToSend() => _fields.TokenToSend(Operation.Name);

    internal override void CheckComplete() =>
        RequiredFields.Check(
            Operation.Name,
            ("connectorLabel", nameof(WithConnectorLabel), ConnectorLabel is not null),
            ("connectorProvisioningConfig", $"{nameof(WithLambda)} or {nameof(WithConnectorProvisioningConfig)}", ConnectorProvisioningConfig is not null));

    internal override void WriteFields(Utf8JsonWriter json, string? clientToken) => _fields.Write(json, clientToken, ConnectorProvisioningType?.Value);

    internal override RegisterConnectorResponse Respond(in CompletedCall call) => new()
    {
        ConnectorArn = call.Required(call.Payload(ConnectorArnPayload.Read).ConnectorArn, "connectorArn"),
        RequestId = call.RequestId,
        ClientToken = call.ClientToken,
        Attempts = call.Attempts,
    };
}
