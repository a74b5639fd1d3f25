using AppFlow.Fluent.Emulator.Tests.Wire;
using Microsoft.Extensions.Time.Testing;

namespace AppFlow.Fluent.Emulator.Tests;

public sealed class AnswerTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));

    private TestEmulator _appflow = null!;

    public async Task InitializeAsync() => _appflow = await TestEmulator.StartAsync(new AppFlowEmulatorOptions { TimeProvider = _clock });

    public Task DisposeAsync() => _appflow.DisposeAsync().AsTask();

    [Fact]
    public async Task Every_answer_is_json_with_a_date_of_the_emulators_clock()
    {
        foreach (var answer in new[] { await _appflow.ListAsync(), await _appflow.UpdateAsync("orders"), await _appflow.PostAsync("/nowhere", "{}") })
        {
            Assert.Equal("application/json", answer.Headers["Content-Type"]);
            Assert.Equal("Mon, 03 Feb 2031 04:05:06 GMT", answer.Headers["Date"]);
            Assert.False(answer.Headers.ContainsKey("Server"));
        }
    }

    [Fact]
    public async Task Every_answer_has_its_own_request_id()
    {
        var ids = new[] { (await _appflow.ListAsync()).RequestId, (await _appflow.ListAsync()).RequestId, (await _appflow.UpdateAsync("orders")).RequestId };

        Assert.All(ids, id => Assert.True(Guid.TryParseExact(id, "D", out _)));
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task Only_an_error_has_an_error_type()
    {
        Assert.Null((await _appflow.ListAsync()).ErrorType);

        var error = await _appflow.UnregisterAsync("orders");
        Assert.Equal("ResourceNotFoundException", error.ErrorType);
        Assert.Equal("""{"message":"No connector with the label orders is registered."}""", error.Body);
    }

    [Fact]
    public async Task One_connection_serves_answers_and_errors_alike()
    {
        for (var i = 0; i < 20; i++)
        {
            (await _appflow.UpdateAsync("orders")).ShouldFail(404, "ResourceNotFoundException");
            (await _appflow.ListAsync()).ShouldSucceed();
        }
    }
}
