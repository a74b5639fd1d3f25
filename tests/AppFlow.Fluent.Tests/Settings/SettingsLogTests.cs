using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>What a client logs, once, about settings that it treats differently than configured.</summary>
public sealed class SettingsLogTests : IDisposable
{
    private readonly Machine _machine = new Machine().Set("AWS_REGION", "us-east-1");

    [Theory]
    [InlineData("legacy", null, "AWS_RETRY_MODE")]
    [InlineData("Adaptive", "legacy", "AWS_RETRY_MODE")]
    [InlineData(null, "LEGACY", "retry_mode of the profile 'default'")]
    [InlineData(null, "adaptive", "retry_mode of the profile 'default'")]
    public async Task Another_retry_mode_is_treated_as_standard_and_logged_once_per_client(string? variable, string? profile, string source)
    {
        using var loggers = new CapturingLoggerFactory();
        _machine.Set("AWS_RETRY_MODE", variable).Config($"[default]\nretry_mode = {profile}\n");
        var sent = await _machine.SendAsync(new AppFlowClientOptions { Credentials = Machine.Given }, loggers);

        Assert.Equal("attempt=1; max=3", sent.Header("amz-sdk-request"));
        var said = Assert.Single(loggers.Entries, entry => entry.Contains(" Information ", StringComparison.Ordinal));
        Says.All(said, source, "standard", variable ?? profile!);

        await _machine.SendAsync(new AppFlowClientOptions { Credentials = Machine.Given }, loggers);
        Assert.Equal(2, loggers.Entries.Count(entry => entry.Contains(" Information ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("standard")]
    [InlineData("STANDARD")]
    [InlineData(null)]
    public async Task The_standard_mode_is_not_logged(string? mode)
    {
        using var loggers = new CapturingLoggerFactory();
        await _machine.Set("AWS_RETRY_MODE", mode).SendAsync(new AppFlowClientOptions { Credentials = Machine.Given, ApplicationId = new string('a', 50) }, loggers);

        Assert.All(loggers.Entries, entry => Assert.Contains(" Debug ", entry, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_id_over_50_characters_is_sent_with_one_warning()
    {
        using var loggers = new CapturingLoggerFactory();
        var id = new string('a', 51);
        var sent = await _machine.Set("AWS_SDK_UA_APP_ID", id).SendAsync(new AppFlowClientOptions { Credentials = Machine.Given }, loggers);

        Assert.EndsWith($" app/{id}", sent.Header("User-Agent"), StringComparison.Ordinal);
        var said = Assert.Single(loggers.Entries, entry => entry.Contains(" Warning ", StringComparison.Ordinal));
        Says.All(said, "AWS_SDK_UA_APP_ID", "51", "50");
    }

    [Theory]
    [InlineData("my app/1.0 (prod)", "my-app-1.0--prod-")]
    [InlineData("a\r\nX-Evil: yes", "a--X-Evil--yes")]
    [InlineData("größe\U0001F600", "gr--e-")]
    [InlineData("!#$%&'*+-.^_`|~09AZaz", "!#$%&'*+-.^_`|~09AZaz")]
    public async Task An_invalid_character_becomes_a_hyphen(string id, string expected)
    {
        var sent = await _machine.SendAsync(new AppFlowClientOptions { Credentials = Machine.Given, ApplicationId = id });

        Assert.EndsWith($" app/{expected}", sent.Header("User-Agent"), StringComparison.Ordinal);
    }

    public void Dispose() => _machine.Dispose();
}
