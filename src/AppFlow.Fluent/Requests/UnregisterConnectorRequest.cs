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

/// <summary>Removes a custom connector from the account: AppFlow's <c>UnregisterConnector</c>.</summary>
/// <remarks>
/// <para>A request is immutable: every <c>With…</c> method returns a new one and does not change this one. Requests have value
/// equality.</para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UnregisterConnector.html"/>.</para>
/// </remarks>
[FluentRequest]
public sealed record UnregisterConnectorRequest : AppFlowRequest<UnregisterConnectorResponse>
{
    internal UnregisterConnectorRequest(string connectorLabel)
        : this(ConnectorLabelConstraint.Instance.Check(connectorLabel, nameof(connectorLabel)), forceDelete: false)
    {
    }

    private UnregisterConnectorRequest(string connectorLabel, bool forceDelete)
    {
        ConnectorLabel = connectorLabel;
        ForceDelete = forceDelete;
    }

    /// <summary>
    /// The connector's label. Required. 2 to 256 characters: an ASCII letter or digit, then ASCII letters, digits and <c>_ ! @ # . -</c>.
    /// </summary>
    [Required]
    [StringLength(ConnectorLabelConstraint.MaxLength, MinimumLength = ConnectorLabelConstraint.MinLength)]
    [RegularExpression(ConnectorLabelConstraint.Pattern)]
    public string ConnectorLabel { get; }

    /// <summary>Whether the connector is removed even while flows or connector profiles use it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ForceDelete { get; }

    /// <summary>The same request, which removes the connector even while flows or connector profiles use it.</summary>
    public UnregisterConnectorRequest WithForceDelete() => new(ConnectorLabel, forceDelete: true);

    /// <summary>Sends the request with <see cref="AppFlowClient.Default"/>.</summary>
    /// <inheritdoc cref="SendAsync(IAppFlowClient, CancellationToken)"/>
    public Task<UnregisterConnectorResponse> SendAsync(CancellationToken cancellationToken = default) =>
        SendWithDefaultAsync(cancellationToken);

    /// <summary>Sends the request.</summary>
    /// <param name="client">The client to send it with.</param>
    /// <param name="cancellationToken">Ends the wait; the service may still apply the request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No credentials or region were found. Nothing was sent.</exception>
    /// <exception cref="AppFlowException">The service refused the request; each documented error has its own type.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer arrived.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<UnregisterConnectorResponse> SendAsync(IAppFlowClient client, CancellationToken cancellationToken = default) =>
        SendWithAsync(client, cancellationToken);

    /// <summary>The request as text: its name and what was set.</summary>
    public override string ToString() => RequestText.Show(
        nameof(UnregisterConnectorRequest),
        ("ConnectorLabel", ConnectorLabel),
        ("ForceDelete", ForceDelete ? "true" : null));

    internal override ServiceOperation Operation => ServiceOperation.UnregisterConnector;

    internal override void WriteFields(Utf8JsonWriter json, string? clientToken)
    {
        json.WriteString("connectorLabel"u8, ConnectorLabel);
        if (ForceDelete)
        {
            json.WriteBoolean("forceDelete"u8, ForceDelete);
        }
    }

    internal override UnregisterConnectorResponse Respond(in CompletedCall call)
    {
        call.Payload(EmptyPayload.Read);
        return new UnregisterConnectorResponse { RequestId = call.RequestId, Attempts = call.Attempts };
    }
}
