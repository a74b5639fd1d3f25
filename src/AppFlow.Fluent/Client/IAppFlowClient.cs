namespace AppFlow.Fluent;

/// <summary>
/// Sends requests. <see cref="AppFlowClient"/> implements it for the service; a fake for tests or a decorator implements this one method.
/// </summary>
public interface IAppFlowClient
{
    /// <summary>Sends a request and reads its answer. <c>request.SendAsync(client)</c> calls this method.</summary>
    /// <typeparam name="TResponse">The answer's type, which follows from the request.</typeparam>
    /// <param name="request">The request; it is not changed.</param>
    /// <param name="cancellationToken">Ends the wait; the service may still apply the request.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// A required field was never set, or no credentials or region were found. Nothing was sent.
    /// </exception>
    /// <exception cref="AppFlowException">The service refused the request; each documented error has its own type.</exception>
    /// <exception cref="AppFlowTransportException">No complete answer arrived.</exception>
    /// <exception cref="OperationCanceledException">
    /// <paramref name="cancellationToken"/> was cancelled; <c>Data["ClientToken"]</c> holds the token once the request was signed.
    /// </exception>
    Task<TResponse> SendAsync<TResponse>(AppFlowRequest<TResponse> request, CancellationToken cancellationToken = default);
}
