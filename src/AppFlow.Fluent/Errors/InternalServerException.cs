namespace AppFlow.Fluent;

/// <summary>The service failed while it processed the request (HTTP 500). Send the request again with the same token.</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class InternalServerException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public InternalServerException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public InternalServerException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
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
