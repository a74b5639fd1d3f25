namespace AppFlow.Fluent;

/// <summary>The service refused a value of the request (HTTP 400).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ValidationException : AppFlowException
{
    internal ValidationException(ErrorDetails details)
        : base(details)
    {
    }
}
