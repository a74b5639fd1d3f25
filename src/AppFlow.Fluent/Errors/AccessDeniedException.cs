namespace AppFlow.Fluent;

/// <summary>AppFlow, or the caller, lacks the permission that the operation needs (HTTP 403).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class AccessDeniedException : AppFlowException
{
    internal AccessDeniedException(ErrorDetails details)
        : base(details)
    {
    }
}
