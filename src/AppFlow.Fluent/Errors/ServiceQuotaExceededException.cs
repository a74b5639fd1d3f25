namespace AppFlow.Fluent;

/// <summary>The request would exceed a service quota (HTTP 402).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ServiceQuotaExceededException : AppFlowException
{
    internal ServiceQuotaExceededException(ErrorDetails details)
        : base(details)
    {
    }
}
