namespace AppFlow.Fluent;

/// <summary>
/// No complete answer came to the last attempt: the connection failed, was lost or timed out. Where
/// <see cref="AppFlowException.MayHaveBeenApplied"/> is true, it is not known whether the service applied the request; send it again with
/// <see cref="AppFlowException.ClientToken"/> and it is applied once.
/// </summary>
public sealed class AppFlowTransportException : AppFlowException
{
    internal AppFlowTransportException(ErrorDetails details)
        : base(details)
    {
    }
}
