namespace AppFlow.Fluent;

/// <summary>The connector's Lambda function failed or did not answer as a connector must (HTTP 400).</summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/appflow/1.0/APIReference/API_UpdateConnectorRegistration.html#API_UpdateConnectorRegistration_Errors"/>.</remarks>
public sealed class ConnectorServerException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public ConnectorServerException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public ConnectorServerException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public ConnectorServerException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal ConnectorServerException(ErrorDetails details)
        : base(details)
    {
    }
}
