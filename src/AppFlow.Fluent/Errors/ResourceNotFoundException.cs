namespace AppFlow.Fluent;

/// <summary>The connector, or another resource that the request names, does not exist (HTTP 404).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ResourceNotFoundException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public ResourceNotFoundException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public ResourceNotFoundException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ResourceNotFoundException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ResourceNotFoundException(ErrorDetails details)
        : base(details)
    {
    }
}
