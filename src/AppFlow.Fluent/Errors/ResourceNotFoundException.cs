namespace AppFlow.Fluent;

/// <summary>The connector, or another resource that the request names, does not exist (HTTP 404).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ResourceNotFoundException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public ResourceNotFoundException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public ResourceNotFoundException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
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
