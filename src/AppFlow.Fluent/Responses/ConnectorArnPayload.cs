namespace AppFlow.Fluent.Responses;

/// <summary>The body of an answer that names a connector.</summary>
internal sealed class ConnectorArnPayload
{
    // Settable, because what is set after construction is read with much less ado than a constructor's parameter.
    public string? ConnectorArn { get; set; }
}
