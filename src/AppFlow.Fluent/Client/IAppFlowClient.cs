namespace AppFlow.Fluent;

/// <summary>
/// What a request is sent with. <see cref="AppFlowClient"/> is the one that reaches the service; a fake for tests, or a decorator that
/// adds to a call, is another class with this one method.
/// </summary>
public interface IAppFlowClient
{
    /// <summary>Sends a request and reads its answer. It is what <c>request.SendAsync(client)</c> calls.</summary>
    /// <typeparam name="TResponse">The answer's type, which follows from the request.</typeparam>
    /// <param name="request">What to send; it is not changed.</param>
    /// <param name="cancellationToken">Ends the wait; the service may still apply the request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// A required field was never set, or no credentials or region were found. Nothing was sent.
    /// </exception>
    /// <exception cref="AppFlowException">The service refused the request; its own errors have types of their own.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer came.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled; <c>Data["ClientToken"]</c> holds the token once the request was signed.
    /// </exception>
    Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default);
}
