namespace AppFlow.Fluent;

/// <summary>The request conflicts with the present state: the label is taken, a flow uses the connector, or the client token was sent with other input (HTTP 409).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConflictException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public ConflictException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public ConflictException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
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
