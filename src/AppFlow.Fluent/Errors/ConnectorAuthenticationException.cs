namespace AppFlow.Fluent;

/// <summary>The connector endpoint could not be authenticated (HTTP 401).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConnectorAuthenticationException : AppFlowException
{
    internal ConnectorAuthenticationException(ErrorDetails details)
        : base(details)
    {
    }
}
