namespace AppFlow.Fluent;

/// <summary>The request conflicts with the present state: the label is taken, a flow uses the connector, or the client token was sent with other input (HTTP 409).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConflictException : AppFlowException
{
    internal ConflictException(ErrorDetails details)
        : base(details)
    {
    }
}
