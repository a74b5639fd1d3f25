namespace AppFlow.Fluent;

/// <summary>
/// The service refused the request because there were too many requests (HTTP 429). Send it again later with the same token.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ThrottlingException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public ThrottlingException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public ThrottlingException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ThrottlingException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ThrottlingException(ErrorDetails details)
        : base(details)
    {
    }
}
