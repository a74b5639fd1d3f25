namespace AppFlow.Fluent;

/// <summary>AppFlow, or the caller, lacks the permission that the operation needs (HTTP 403).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class AccessDeniedException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public AccessDeniedException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public AccessDeniedException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AccessDeniedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AccessDeniedException(ErrorDetails details)
        : base(details)
    {
    }
}
