namespace AppFlow.Fluent;

/// <summary>
/// No complete answer came: the connection failed, was lost or timed out. Whether the service applied the request is not known;
/// send it again with <see cref="AppFlowException.ClientToken"/> and it is applied once.
/// </summary>
public sealed class AppFlowTransportException : AppFlowException
{
    internal AppFlowTransportException(ErrorDetails details)
        : base(details)
    {
    }
}
