namespace AppFlow.Fluent;

/// <summary>The service refused the request because there were too many (HTTP 429). Send it again later with the same token.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ThrottlingException : AppFlowException
{
    internal ThrottlingException(ErrorDetails details)
        : base(details)
    {
    }
}
