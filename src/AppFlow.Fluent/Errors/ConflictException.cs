namespace AppFlow.Fluent;

/// <summary>
/// The request conflicts with the current state: the label is taken, a flow uses the connector, or the client token was sent with different
/// input (HTTP 409).
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConflictException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public ConflictException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public ConflictException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ConflictException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ConflictException(ErrorDetails details)
        : base(details)
    {
    }
}
