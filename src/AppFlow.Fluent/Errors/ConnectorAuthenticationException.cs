namespace AppFlow.Fluent;

/// <summary>The connector endpoint could not be authenticated (HTTP 401).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConnectorAuthenticationException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public ConnectorAuthenticationException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public ConnectorAuthenticationException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ConnectorAuthenticationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ConnectorAuthenticationException(ErrorDetails details)
        : base(details)
    {
    }
}
