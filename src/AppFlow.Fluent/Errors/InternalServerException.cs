namespace AppFlow.Fluent;

/// <summary>The service failed while it processed the request (HTTP 500). Send the request again with the same token.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class InternalServerException : AppFlowException
{
    internal InternalServerException(ErrorDetails details)
        : base(details)
    {
    }
}
