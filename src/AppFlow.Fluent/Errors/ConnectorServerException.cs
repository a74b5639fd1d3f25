namespace AppFlow.Fluent;

/// <summary>The connector's Lambda function failed or did not answer as a connector must (HTTP 400).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConnectorServerException : AppFlowException
{
    internal ConnectorServerException(ErrorDetails details)
        : base(details)
    {
    }
}
