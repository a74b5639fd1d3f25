using AppFlow.Fluent.Wire;

namespace AppFlow.Fluent.Client;

/// <summary>
/// Sends a call to the service, in as many attempts as it needs and is allowed, and turns the result into a payload or a typed error.
/// </summary>
internal sealed class CallPipeline(
    HttpTransport transport,
    CredentialsSource credentials,
    SigningClock clock,
    RetryPolicy retries,
    AttemptLimits limits,
    TimeProvider timeProvider,
    CallObserver observer) : IDisposable
{
    /// <summary>Gets credentials as a call would, and makes none.</summary>
    public async Task CheckCredentialsAsync(CancellationToken cancellationToken) =>
        await credentials.GetAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Sends the call and reads the answer.</summary>
    // An attempt is not a separate async method: another state machine would cost more than the method's own work.
    public async Task<TResponse> SendAsync<TResponse>(
        ServiceCall call,
        AppFlowRequest<TResponse> request,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var observed = observer.Begin(call);
        FailedCall? failed = null;
        var sent = 0;
        try
        {
            for (Retry? retry = null; ;)
            {
                var identity = await credentials.GetAsync(cancellationToken).ConfigureAwait(false);
                var skew = clock.Skew;

                // One clock reading dates the signature and gives the call's age: between two readings the machine could sleep, and sign a
                // call that is too old.
                var time = clock.Now(skew);
                if (failed?.TooOld(time, timeProvider) is { } tooOld)
                {
                    throw tooOld;
                }

                sent++;
                var attempt = new WireRequest(call.Operation, call.Body, call.InvocationId, sent, retries.MaxAttempts);
                AttemptResult result;
                var signed = transport.Sign(attempt, identity, time);
                using (signed)
                using (var limit = limits.Begin(cancellationToken))
                {
                    try
                    {
                        using var response = await transport.SendAsync(signed, limit.Token).ConfigureAwait(false);
                        var received = await transport.ReadAsync(signed, response, limit.Token).ConfigureAwait(false);
                        result = new AttemptResult(received, Failure: null, signed.Sends) { SkewCorrected = !received.IsSuccess && clock.IsCorrected(skew) };
                    }
                    catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                    {
                        // A signed request may have been applied, so every failure must return the token.
                        result = new AttemptResult(Answer: null, NoAnswer(e, signed, limit), signed.Sends);
                    }
                }

                observed.Attempted(sent, result);
                if (result.Answer is { IsSuccess: true } answer)
                {
                    var response = request.Respond(new CompletedCall(call, answer, sent));
                    retries.Succeeded(retry);
                    observed.Succeeded(answer, sent, retries.QuotaLeft);
                    return response;
                }

                failed ??= new FailedCall(call, observer.Target, signed.Time);
                var kind = failed.Add(result, sent);
                retry = limits.Closed.IsCancellationRequested ? null : retries.TryPlan(kind, sent, result.Answer?.RetryAfter);
                if (retry is not { } next)
                {
                    if (retries.MayRetry(kind, sent))
                    {
                        observed.RetryQuotaExhausted(failed.Error, retries.QuotaLeft);
                    }

                    throw failed.Error;
                }

                observed.Retrying(failed.Error, retries.MaxAttempts, next.Delay, retries.QuotaLeft);
                if (!await WaitAsync(next.Delay, cancellationToken).ConfigureAwait(false))
                {
                    throw failed.Error;
                }
            }
        }
        catch (AppFlowException e)
        {
            observed.Failed(e);
            throw;
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested && sent > 0)
        {
            observed.Canceled(sent);
            throw FailedCall.Canceled(call, e, cancellationToken);
        }
        catch (Exception e) when (failed is not null)
        {
            var error = failed.NoCredentialsForRetry(e);
            observed.Failed(error);
            throw error;
        }
        catch (Exception e)
        {
            observed.NotSent(e);
            throw;
        }
    }

    /// <summary>Closes the connections. Calls in progress make no further attempt.</summary>
    public void Dispose()
    {
        limits.Dispose();
        transport.Dispose();
    }

    /// <summary>Why there is no answer, redacted.</summary>
    private Exception NoAnswer(Exception e, SignedRequest request, AttemptLimit limit) => e switch
    {
        OperationCanceledException when limits.Closed.IsCancellationRequested => new ObjectDisposedException("The client was disposed during the call", e),
        OperationCanceledException when limit.HasPassed => new TimeoutException($"it did not come within {DurationText.Of(limits.Timeout)}", e),
        _ => request.Redaction.Of(e),
    };

    /// <summary>Waits before the next attempt; false if the client was closed during the wait.</summary>
    private async Task<bool> WaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limits.Closed);
        try
        {
            await Task.Delay(delay, timeProvider, ended.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
