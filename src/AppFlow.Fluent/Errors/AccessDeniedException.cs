namespace AppFlow.Fluent;

/// <summary>AppFlow, or the caller, lacks the permission that the operation needs (HTTP 403).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class AccessDeniedException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public AccessDeniedException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public AccessDeniedException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
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
