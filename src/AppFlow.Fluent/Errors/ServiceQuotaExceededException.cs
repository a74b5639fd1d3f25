namespace AppFlow.Fluent;

/// <summary>The request would exceed a service quota (HTTP 402).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ServiceQuotaExceededException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public ServiceQuotaExceededException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public ServiceQuotaExceededException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ServiceQuotaExceededException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ServiceQuotaExceededException(ErrorDetails details)
        : base(details)
    {
    }
}
