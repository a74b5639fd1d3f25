using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using AppFlow.Fluent.Annotations;
using AppFlow.Fluent.Client;
using AppFlow.Fluent.Constraints;
using AppFlow.Fluent.Requests;
using AppFlow.Fluent.Responses;
using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent;

/// <summary>Reads the configuration of a registered custom connector: AppFlow's <c>DescribeConnector</c>.</summary>
/// <remarks>
/// <para>A request is immutable and has value equality.</para>
/// <para>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_DescribeConnector.html"/>.</para>
/// </remarks>
[FluentRequest]
public sealed record DescribeConnectorRequest : AppFlowRequest<DescribeConnectorResponse>
{
    internal DescribeConnectorRequest(string connectorLabel) =>
        ConnectorLabel = ConnectorLabelConstraint.Instance.Check(connectorLabel, nameof(connectorLabel));

    /// <summary>The connector's type: always <see cref="AppFlow.Fluent.ConnectorType.CustomConnector"/>, the type that has a label.</summary>
    public ConnectorType ConnectorType { get; } = ConnectorType.CustomConnector;

    /// <summary>
    /// The connector's label. Required. 2 to 256 characters: an ASCII letter or digit, then ASCII letters, digits and <c>_ ! @ # . -</c>.
    /// </summary>
    [Required]
    [StringLength(ConnectorLabelConstraint.MaxLength, MinimumLength = ConnectorLabelConstraint.MinLength)]
    [RegularExpression(ConnectorLabelConstraint.Pattern)]
    public string ConnectorLabel { get; }

    /// <summary>Sends the request with <see cref="AppFlowClient.Default"/>.</summary>
    /// <inheritdoc cref="SendAsync(IAppFlowClient, CancellationToken)"/>
    public Task<DescribeConnectorResponse> SendAsync(CancellationToken cancellationToken = default) =>
        SendWithDefaultAsync(cancellationToken);

    /// <summary>Sends the request.</summary>
    /// <param name="client">The client to send it with.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="InvalidOperationException">No credentials or region were found. Nothing was sent.</exception>
    /// <exception cref="AppFlowException">The service refused the request; each documented error has its own type.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer arrived.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Task<DescribeConnectorResponse> SendAsync(IAppFlowClient client, CancellationToken cancellationToken = default) =>
        SendWithAsync(client, cancellationToken);

    /// <summary>The request as text: its name and the label.</summary>
    public override string ToString() => RequestText.Show(nameof(DescribeConnectorRequest), ("ConnectorLabel", ConnectorLabel));

    internal override ServiceOperation Operation => ServiceOperation.DescribeConnector;

    internal override void WriteFields(Utf8JsonWriter json, string? clientToken)
    {
        json.WriteString("connectorType"u8, ConnectorType.Value);
        json.WriteString("connectorLabel"u8, ConnectorLabel);
    }

    internal override DescribeConnectorResponse Respond(in CompletedCall call) => new()
    {
        ConnectorConfiguration = call.Required(call.Payload(DescribeConnectorPayload.Read).ConnectorConfiguration, "connectorConfiguration"),
        RequestId = call.RequestId,
        Attempts = call.Attempts,
    };
}
