using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>What is retried, how often, and what stays the same in all attempts.</summary>
public sealed class RetryTests
{
    [Theory]

    // Transient by status, whatever the code.
    [InlineData(500, null, 3)]
    [InlineData(502, null, 3)]
    [InlineData(503, null, 3)]
    [InlineData(504, null, 3)]
    [InlineData(500, "InternalServerException", 3)]
    [InlineData(503, "SomethingNew", 3)]
    [InlineData(500, "ValidationException", 3)]

    // Transient by code.
    [InlineData(400, "RequestTimeout", 3)]
    [InlineData(400, "RequestTimeoutException", 3)]

    // Throttling by code, at any status.
    [InlineData(400, "ThrottlingException", 3)]
    [InlineData(403, "ThrottlingException", 3)]
    [InlineData(429, "ThrottlingException", 3)]
    [InlineData(500, "ThrottlingException", 3)]
    [InlineData(503, "ThrottlingException", 3)]
    [InlineData(400, "Throttling", 3)]
    [InlineData(400, "ThrottledException", 3)]
    [InlineData(400, "RequestThrottledException", 3)]
    [InlineData(400, "RequestThrottled", 3)]
    [InlineData(429, "TooManyRequestsException", 3)]
    [InlineData(400, "ProvisionedThroughputExceededException", 3)]
    [InlineData(400, "TransactionInProgressException", 3)]
    [InlineData(400, "RequestLimitExceeded", 3)]
    [InlineData(400, "BandwidthLimitExceeded", 3)]
    [InlineData(400, "LimitExceededException", 3)]
    [InlineData(400, "SlowDown", 3)]
    [InlineData(503, "SlowDown", 3)]
    [InlineData(400, "PriorRequestNotComplete", 3)]
    [InlineData(400, "EC2ThrottledException", 3)]

    // Final.
    [InlineData(429, null, 1)]
    [InlineData(429, "SomethingNew", 1)]
    [InlineData(400, null, 1)]
    [InlineData(401, "ConnectorAuthenticationException", 1)]
    [InlineData(400, "ConnectorServerException", 1)]
    [InlineData(402, "ServiceQuotaExceededException", 1)]
    [InlineData(403, "AccessDeniedException", 1)]
    [InlineData(404, "ResourceNotFoundException", 1)]
    [InlineData(408, null, 1)]
    [InlineData(409, "ConflictException", 1)]
    [InlineData(400, "ValidationException", 1)]
    [InlineData(403, "ExpiredTokenException", 1)]
    [InlineData(501, null, 1)]
    [InlineData(505, null, 1)]
    [InlineData(301, null, 1)]
    [InlineData(302, null, 1)]
    [InlineData(307, null, 1)]

    // Of the skew family, but there is no skew.
    [InlineData(403, "InvalidSignatureException", 1)]
    [InlineData(403, "RequestTimeTooSkewed", 1)]
    [InlineData(403, "SignatureDoesNotMatch", 1)]
    [InlineData(403, "AuthFailure", 1)]
    [InlineData(400, "RequestExpired", 1)]
    [InlineData(400, "RequestInTheFuture", 1)]
    public async Task Each_error_has_its_number_of_attempts(int status, string? code, int attempts)
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(status, code));
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal((attempts, attempts), (network.Sent.Count, e.Attempts));
        Assert.Equal((status, code), ((int)e.StatusCode!, e.ErrorCode));
        Assert.Equal(attempts > 1, e.IsRetryable);
    }

    [Fact]
    public async Task A_lost_answer_has_three_attempts()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Lost);
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAsync<AppFlowTransportException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal((3, 3, true, true), (network.Sent.Count, e.Attempts, e.IsRetryable, e.MayHaveBeenApplied));
    }

    [Fact]
    public async Task A_success_that_cannot_be_read_is_not_retried()
    {
        using var network = new RecordingHandler("<html>");
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal((1, 1, true), (network.Sent.Count, e.Attempts, e.MayHaveBeenApplied));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(5, 6)]
    public async Task A_success_ends_the_attempts(int failures, int maxAttempts)
    {
        using var network = ScriptedNetwork.Of([.. Enumerable.Repeat(ScriptedNetwork.Error(503), failures), ScriptedNetwork.Success]);
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: maxAttempts);
        var response = await ConnectorRegistration.Update("orders").SendAsync(client);

        Assert.Equal((failures + 1, failures + 1), (network.Sent.Count, response.Attempts));
    }

    [Fact]
    public async Task A_final_error_ends_the_attempts()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503), ScriptedNetwork.Error(400, "ValidationException"));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), maxAttempts: 9);
        var e = await Assert.ThrowsAsync<ValidationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal((2, false), (e.Attempts, e.IsRetryable));
    }

    [Fact]
    public async Task Every_attempt_has_a_new_signature_and_the_same_body_token_and_invocation()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503), ScriptedNetwork.Lost, ScriptedNetwork.Success);
        var time = new SkippingTime();
        using var client = FakeService.RetryingClient(network, time, random: 0.99, maxAttempts: 3, credentials: new RotatingCredentials(call => new($"AKID{call}", FakeService.SecretKey, null)));
        var response = await ConnectorRegistration.Update("orders").WithDescription("adds paging").SendAsync(client);

        Assert.Equal(["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"], network.Sent.Select(sent => sent.Header("amz-sdk-request")));
        Assert.Single(network.Sent.Select(sent => sent.Header("amz-sdk-invocation-id")).Distinct());
        Assert.Single(network.Sent.Select(sent => sent.Text).Distinct());
        Assert.Equal(response.ClientToken, network.Sent[0].ClientToken);
        Assert.Equal(3, network.Sent.Select(sent => sent.Header("authorization")).Distinct().Count());
    }

    [Fact]
    public async Task Two_calls_have_different_tokens_and_invocations()
    {
        using var network = new RecordingHandler(Answers.Arn);
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var request = ConnectorRegistration.Update("orders");
        await request.SendAsync(client);
        await request.SendAsync(client);

        Assert.Equal(2, network.Sent.Select(sent => sent.Header("amz-sdk-invocation-id")).Distinct().Count());
        Assert.Equal(2, network.Sent.Select(sent => sent.ClientToken).Distinct().Count());
    }

    [Theory]
    [InlineData(false, 503, 400)]
    [InlineData(true, 400, 0)]
    public async Task A_refusal_says_whether_an_earlier_attempt_may_have_been_applied(bool nothingBefore, int first, int second)
    {
        using var network = ScriptedNetwork.Of(
            nothingBefore ? ScriptedNetwork.Error(first, "ThrottlingException") : ScriptedNetwork.Error(first),
            ScriptedNetwork.Error(second == 0 ? 403 : second, "AccessDeniedException"));
        using var client = FakeService.RetryingClient(network, new SkippingTime());
        var e = await Assert.ThrowsAsync<AccessDeniedException>(() => ConnectorRegistration.Update("orders").SendAsync(client));

        Assert.Equal((2, !nothingBefore), (e.Attempts, e.MayHaveBeenApplied));
    }

    [Fact]
    public async Task Credentials_that_expire_between_attempts_return_the_token()
    {
        using var network = ScriptedNetwork.Of(ScriptedNetwork.Error(503, "ServiceUnavailable"));
        using var client = FakeService.RetryingClient(network, new SkippingTime(), credentials: new CredentialsForOnce());
        var e = await Assert.ThrowsAsync<AppFlowException>(() => ConnectorRegistration.Update("orders").WithClientToken("token").SendAsync(client));

        Assert.Equal(("token", 1, "ServiceUnavailable", true), (e.ClientToken, e.Attempts, e.ErrorCode, e.MayHaveBeenApplied));
        Assert.StartsWith("UpdateConnectorRegistration could not be signed for attempt 2: The credentials provider CredentialsForOnce failed (The login has expired). Before that: ", e.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidDataException>(e.InnerException!.InnerException);
    }

    private sealed class CredentialsForOnce : Amazon.Runtime.AWSCredentials
    {
        private int _asked;

        public override Amazon.Runtime.ImmutableCredentials GetCredentials() => Interlocked.Increment(ref _asked) == 1
            ? new(FakeService.AccessKey, FakeService.SecretKey, null)
            : throw new InvalidDataException("The login has expired.");
    }
}
