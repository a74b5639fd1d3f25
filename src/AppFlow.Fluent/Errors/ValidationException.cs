namespace AppFlow.Fluent;

/// <summary>The service refused a value of the request (HTTP 400).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ValidationException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public ValidationException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public ValidationException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ValidationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ValidationException(ErrorDetails details)
        : base(details)
    {
    }
}
