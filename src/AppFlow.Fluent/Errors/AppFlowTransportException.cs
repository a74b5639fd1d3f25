namespace AppFlow.Fluent;

/// <summary>
/// The last attempt got no complete answer: the connection failed, was lost or timed out. If
/// <see cref="AppFlowException.MayHaveBeenApplied"/> is true, it is not known whether the service applied the request; send it again with
/// <see cref="AppFlowException.ClientToken"/>, and it is applied once.
/// </summary>
public sealed class AppFlowTransportException : AppFlowException
{
    /// <summary>Creates an error of this type, for a fake client.</summary>
    public AppFlowTransportException()
    {
    }

    /// <summary>Creates an error of this type with a message, for a fake client.</summary>
    /// <param name="message">What went wrong.</param>
    public AppFlowTransportException(string? message)
        : base(message)
    {
    }

    /// <summary>Creates an error of this type with a message and a cause, for a fake client.</summary>
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
