using AppFlow.Fluent.Client;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Retries;

/// <summary>Where the number of attempts and their time-out come from.</summary>
public sealed class AttemptSettingsTests
{
    [Theory]
    [InlineData(null, null, null, 3)]
    [InlineData(null, null, 7, 7)]
    [InlineData(null, "5", 7, 5)]
    [InlineData(null, " 5 ", null, 5)]
    [InlineData(null, "", 7, 7)]
    [InlineData(2, "5", 7, 2)]
    [InlineData(1, null, null, 1)]
    [InlineData(4, "nonsense", -1, 4)]
    public void The_option_comes_before_the_variable_and_the_variable_before_the_profile(int? option, string? variable, int? profile, int expected) =>
        Assert.Equal(expected, AttemptSettings.Resolve(new AppFlowClientOptions { MaxAttempts = option }, Ambient(variable, profile)).MaxAttempts);

    [Theory]
    [InlineData(0, null, null, "MaxAttempts must be a whole number from 1; it is 0.")]
    [InlineData(-1, null, null, "MaxAttempts must be a whole number from 1; it is -1.")]
    [InlineData(null, "0", null, "AWS_MAX_ATTEMPTS must be a whole number from 1; it is 0.")]
    [InlineData(null, "many", null, "AWS_MAX_ATTEMPTS must be a whole number from 1; it is 'many'.")]
    [InlineData(null, "2.5", null, "AWS_MAX_ATTEMPTS must be a whole number from 1; it is '2.5'.")]
    [InlineData(null, null, 0, "max_attempts must be a whole number from 1; it is 0.")]
    public void A_number_out_of_its_range_is_refused_with_its_source(int? option, string? variable, int? profile, string message)
    {
        var e = Assert.Throws<ArgumentException>(() => new AppFlowClient(
            new AppFlowClientOptions { Endpoint = FakeService.Endpoint, MaxAttempts = option }, Ambient(variable, profile), () => 0));
        Assert.StartsWith(message, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(50 * 24 * 3600)]
    public void A_time_out_out_of_its_range_is_refused(int seconds)
    {
        var e = Assert.Throws<ArgumentException>(
            () => new AppFlowClient(new AppFlowClientOptions { Endpoint = FakeService.Endpoint, AttemptTimeout = TimeSpan.FromSeconds(seconds) }));
        Assert.Equal("AttemptTimeout", e.ParamName);
    }

    [Fact]
    public void The_profile_is_asked_only_where_nothing_else_says()
    {
        var ambient = FakeService.Nothing with { MaxAttempts = () => throw new InvalidOperationException("asked") };
        Assert.Equal(2, AttemptSettings.Resolve(new AppFlowClientOptions { MaxAttempts = 2 }, ambient).MaxAttempts);
        Assert.Equal(4, AttemptSettings.Resolve(new AppFlowClientOptions(), ambient with { Variable = _ => "4" }).MaxAttempts);
    }

    private static AmbientSettings Ambient(string? variable, int? profile) => FakeService.Nothing with
    {
        Variable = name => name == "AWS_MAX_ATTEMPTS" ? variable : null,
        MaxAttempts = () => profile,
    };
}
