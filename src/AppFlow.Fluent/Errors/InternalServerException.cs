namespace AppFlow.Fluent;

/// <summary>The service failed while it processed the request (HTTP 500). Send the request again with the same token.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class InternalServerException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public InternalServerException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public InternalServerException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public InternalServerException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal InternalServerException(ErrorDetails details)
        : base(details)
    {
    }
}
