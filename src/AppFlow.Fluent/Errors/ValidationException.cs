namespace AppFlow.Fluent;

/// <summary>The service refused a value of the request (HTTP 400).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ValidationException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public ValidationException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public ValidationException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
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
