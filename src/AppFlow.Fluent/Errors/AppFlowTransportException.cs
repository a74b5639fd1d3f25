namespace AppFlow.Fluent;

/// <summary>
/// No complete answer came to the last attempt: the connection failed, was lost or timed out. Where
/// <see cref="AppFlowException.MayHaveBeenApplied"/> is true, it is not known whether the service applied the request; send it again with
/// <see cref="AppFlowException.ClientToken"/> and it is applied once.
/// </summary>
public sealed class AppFlowTransportException : AppFlowException
{
    /// <summary>An error of this type, as a fake client throws it.</summary>
    public AppFlowTransportException()
    {
    }

    /// <summary>An error of this type with a message, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    public AppFlowTransportException(string? message)
        : base(message)
    {
    }

    /// <summary>An error of this type with a message and a cause, as a fake client throws it.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause, or null.</param>
    public AppFlowTransportException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    internal AppFlowTransportException(ErrorDetails details)
        : base(details)
    {
    }
}
