namespace AppFlow.Fluent;

/// <summary>The connector, or another resource that the request names, does not exist (HTTP 404).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ResourceNotFoundException : AppFlowException
{
    internal ResourceNotFoundException(ErrorDetails details)
        : base(details)
    {
    }
}
