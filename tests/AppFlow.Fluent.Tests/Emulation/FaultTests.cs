using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Emulation;

/// <summary>The client with each fault of the emulator: what one attempt reports, and that three attempts apply the change once.</summary>
public sealed class FaultTests
{
    public static TheoryData<string, string?, bool, bool> OneAttempt => new()
    {
        // Columns: fault, error code, may have been applied, was applied.
        { """{"kind":"dropBeforeApplying","nth":1}""", null, true, false },
        { """{"kind":"dropAfterApplying","nth":1}""", null, true, true },
        { """{"kind":"errorBeforeApplying","nth":1,"statusCode":503}""", null, true, false },
        { """{"kind":"errorAfterApplying","nth":1,"statusCode":500,"errorCode":"InternalServerException"}""", "InternalServerException", true, true },
        { """{"kind":"errorBeforeApplying","nth":1,"statusCode":429,"errorCode":"ThrottlingException"}""", "ThrottlingException", false, false },
        { """{"kind":"truncatedBody","nth":1}""", null, true, true },
        { """{"kind":"nonJsonBody","nth":1}""", null, true, true },
    };

    [Theory]
    [MemberData(nameof(OneAttempt))]
    public async Task One_attempt_reports_the_fault_and_its_token_continues_the_call(
        string rule, string? errorCode, bool mayHaveBeenApplied, bool wasApplied)
    {
        await using var appflow = await StartAsync(rule);
        using var client = Client(appflow, maxAttempts: 1);
        var e = await Assert.ThrowsAnyAsync<AppFlowException>(() => Register.SendAsync(client));

        Assert.Equal((errorCode, mayHaveBeenApplied, true), (e.ErrorCode, e.MayHaveBeenApplied, e.IsRetryable));
        Assert.Equal(wasApplied ? 1 : 0, appflow.Applied.Count);

        await Register.WithClientToken(e.ClientToken).SendAsync(client);
        Assert.Equal(e.ClientToken, Assert.Single(appflow.Applied).ClientToken);
    }

    [Theory]
    [InlineData("""{"kind":"dropBeforeApplying","nth":1}""")]
    [InlineData("""{"kind":"dropAfterApplying","nth":1}""")]
    [InlineData("""{"kind":"errorBeforeApplying","nth":1,"statusCode":503}""")]
    [InlineData("""{"kind":"errorAfterApplying","nth":1,"statusCode":504}""")]
    [InlineData("""{"kind":"errorBeforeApplying","nth":1,"statusCode":400,"errorCode":"ThrottlingException","retryAfter":"00:00:03"}""")]
    [InlineData("""{"kind":"truncatedBody","nth":1}""")]
    public async Task A_second_attempt_applies_the_change_once(string rule)
    {
        await using var appflow = await StartAsync(rule);
        using var client = Client(appflow, maxAttempts: 3);

        Assert.Equal(2, (await Register.SendAsync(client)).Attempts);
        Assert.Single(appflow.Applied);
    }

    [Theory]
    [InlineData("00:30:00")]
    [InlineData("-00:30:00")]
    public async Task An_impossible_date_of_a_success_is_not_trusted(string skew)
    {
        await using var appflow = await StartAsync($$"""{"kind":"skewedDate","nth":1,"dateSkew":"{{skew}}"}""");
        using var client = Client(appflow, maxAttempts: 3);
        await Register.SendAsync(client);

        Assert.Equal(1, (await ConnectorRegistration.Update("orders").SendAsync(client)).Attempts);
        Assert.Equal([null, null], appflow.Received.Select(entry => entry.Error));
    }

    [Fact]
    public async Task A_delayed_answer_is_awaited()
    {
        await using var appflow = await StartAsync("""{"kind":"delay","nth":1,"delay":"00:00:02"}""");
        using var client = Client(appflow, maxAttempts: 1);

        Assert.Equal(1, (await Register.SendAsync(client)).Attempts);
        Assert.Single(appflow.Applied);
    }

    private static RegisterConnectorRequest Register => ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn);

    private static Task<AppFlowEmulator> StartAsync(string rule) => AppFlowEmulator.StartAsync(new AppFlowEmulatorOptions
    {
        Faults = FaultPlan.Parse($$"""{"rules":[{{rule}}]}"""),
        TimeProvider = new SkippingTime(),
    });

    private static AppFlowClient Client(AppFlowEmulator appflow, int maxAttempts) => new(new AppFlowClientOptions
    {
        Endpoint = appflow.Endpoint,
        Credentials = appflow.Credentials,
        TimeProvider = new SkippingTime(),
        AttemptTimeout = Timeout.InfiniteTimeSpan,
        MaxAttempts = maxAttempts,
    });
}
