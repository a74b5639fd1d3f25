using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>The range of an attempt's time-out; the tests of settings cover the number of attempts.</summary>
public sealed class AttemptSettingsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(50 * 24 * 3600)]
    public void A_time_out_outside_its_range_is_refused(int seconds)
    {
        var e = Assert.Throws<ArgumentException>(
            () => new AppFlowClient(new AppFlowClientOptions { Endpoint = FakeService.Endpoint, AttemptTimeout = TimeSpan.FromSeconds(seconds) }));
        Assert.Equal("AttemptTimeout", e.ParamName);
    }
}
