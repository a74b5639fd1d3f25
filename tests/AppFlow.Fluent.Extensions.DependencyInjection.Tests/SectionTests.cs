using AppFlow.Fluent.Extensions.DependencyInjection.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Tests;

/// <summary>Settings from configuration: a section of the client's own, and the section AWS.</summary>
public sealed class SectionTests
{
    [Fact]
    public void Every_option_that_is_text_or_a_number_can_be_set()
    {
        var options = Bound(
            ("AppFlow:Region", " eu-central-1 "),
            ("AppFlow:endpoint", "http://127.0.0.1:8321/path"),
            ("AppFlow:Profile", "\tdev\n"),
            ("AppFlow:ApplicationId", "worker"),
            ("AppFlow:MaxAttempts", " 5 "),
            ("AppFlow:AttemptTimeout", "00:00:30"),
            ("AppFlow:UseFips", "TRUE"),
            ("AppFlow:UseDualStack", " false "),
            ("AppFlow:AllowPlainHttp", "true"));

        Assert.Equal(("eu-central-1", new Uri("http://127.0.0.1:8321/path"), "dev", "worker"), (options.Region, options.Endpoint, options.Profile, options.ApplicationId));
        Assert.Equal((5, TimeSpan.FromSeconds(30)), (options.MaxAttempts, options.AttemptTimeout));
        Assert.Equal((true, false, true), (options.UseFips, options.UseDualStack, options.AllowPlainHttp));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void A_blank_value_counts_as_not_set(string? blank)
    {
        var options = Bound([.. Keys.Select(key => ($"AppFlow:{key}", blank))]);

        Assert.Equal((null, null, null, null), (options.Region, options.Endpoint, options.Profile, options.ApplicationId));
        Assert.Equal((null, null, null, null, false), (options.MaxAttempts, options.AttemptTimeout, options.UseFips, options.UseDualStack, options.AllowPlainHttp));
    }

    [Fact]
    public void A_blank_value_does_not_override_an_earlier_one()
    {
        var section = Containers.Configuration(("AppFlow:Region", " ")).GetSection("AppFlow");
        using var provider = Containers.Build(services => services.AddAppFlowClient(options => options.Region = "eu-central-1").AddAppFlowClient(section));

        Assert.Equal("eu-central-1", Containers.OptionsOf(provider).Region);
    }

    [Theory]
    [InlineData("AppFlow:Regoin", "eu-central-1", "not a setting of the client", "Region")]
    [InlineData("AppFlow:Nested:Region", "eu-central-1", "AppFlow:Nested", "not a setting of the client")]
    [InlineData("AppFlow:Credentials", "x", "not a setting of the client", "in code")]
    [InlineData("AppFlow:HttpClient:Timeout", "1", "AppFlow:HttpClient", "in code")]
    [InlineData("AppFlow:Endpoint", "localhost:8321", "must be an absolute http or https address", "'localhost:8321'")]
    [InlineData("AppFlow:Endpoint", "ftp://user:secret@example.com", "must be an absolute http or https address", "***@example.com")]
    [InlineData("AppFlow:Endpoint:Uri", "http://127.0.0.1", "must be an absolute http or https address", "it is a section")]
    [InlineData("AppFlow:MaxAttempts", "0", "must be a whole number from 1", "'0'")]
    [InlineData("AppFlow:MaxAttempts", "three", "must be a whole number from 1", "'three'")]
    [InlineData("AppFlow:MaxAttempts", "2.5", "must be a whole number from 1", "'2.5'")]
    [InlineData("AppFlow:AttemptTimeout", "30", "must be a time as hours, minutes and seconds, for example 00:00:30", "'30'")]
    [InlineData("AppFlow:AttemptTimeout", "24:00:00", "must be a time as hours, minutes and seconds", "'24:00:00'")]
    [InlineData("AppFlow:UseFips", "yes", "must be true or false", "'yes'")]
    [InlineData("AppFlow:AllowPlainHttp", "1", "must be true or false", "'1'")]
    public void An_invalid_value_is_an_error_with_its_place_and_the_valid_values(string key, string value, params string[] said)
    {
        var e = Assert.Throws<OptionsValidationException>(() => Bound((key, value)));

        Assert.Contains(string.Join(':', key.Split(':').Take(2)) + " in the configuration", e.Message, StringComparison.Ordinal);
        Assert.All(said, text => Assert.Contains(text, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Region", "EU-CENTRAL-1", "Region must be a region's name")]
    [InlineData("Region", "fips-us-east-1", "UseFips")]
    [InlineData("Profile", "nobody", "nobody")]
    [InlineData("Endpoint", "http://example.com", "plain http")]
    [InlineData("AttemptTimeout", "-00:00:05", "AttemptTimeout must be longer")]
    public async Task A_value_that_the_client_refuses_is_an_error_with_its_place(string key, string value, string said)
    {
        var section = Containers.Configuration(($"AppFlow:{key}", value)).GetSection("AppFlow");
        var e = await Containers.StartAsync(services => services.AddAppFlowClient(options => options.Region = "eu-central-1").AddAppFlowClient(section));

        Assert.NotNull(e);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
        Assert.Contains($"{key} comes from AppFlow:{key} in the configuration.", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("(Parameter", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_settings_in_conflict_are_both_named_with_their_places()
    {
        var section = Containers.Configuration(("AppFlow:Endpoint", "https://example.com"), ("AppFlow:UseFips", "true")).GetSection("AppFlow");
        var e = await Containers.StartAsync(services => services.AddAppFlowClient(section));

        Assert.Contains("Endpoint comes from AppFlow:Endpoint in the configuration.", e!.Message, StringComparison.Ordinal);
        Assert.Contains("UseFips comes from AppFlow:UseFips in the configuration.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_code_has_replaced_is_not_attributed_to_the_configuration()
    {
        var section = Containers.Configuration(("AppFlow:Region", "eu-central-1")).GetSection("AppFlow");
        var e = await Containers.StartAsync(services => services.AddAppFlowClient(section).AddAppFlowClient(options => options.Region = "EU"));

        Assert.DoesNotContain("comes from", e!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_reported_together()
    {
        var e = Assert.Throws<OptionsValidationException>(() => Bound(("AppFlow:Regoin", "x"), ("AppFlow:UseFips", "yes"), ("AppFlow:MaxAttempts", "0")));

        Assert.Equal(3, e.Failures.Count());
    }

    [Fact]
    public void A_value_instead_of_a_section_is_an_error() =>
        Assert.Contains("AppFlow in the configuration must be a section", Assert.Throws<OptionsValidationException>(() => Bound(("AppFlow", "eu-central-1"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_section_sets_nothing() => Assert.Null(Bound().Region);

    [Theory]
    [InlineData("AWS")]
    [InlineData("aws")]
    [InlineData("Outer:AWS")]
    public void The_section_AWS_gives_region_and_profile_and_may_have_other_keys(string path)
    {
        var section = Containers.Configuration(
            ($"{path}:Region", " eu-central-1 "),
            ($"{path}:Profile", "dev"),
            ($"{path}:MaxAttempts", "no number"),
            ($"{path}:UseFips", "true"),
            ($"{path}:ProfilesLocation", "/somewhere"),
            ($"{path}:Logging:LogTo", "Console")).GetSection(path);

        using var bound = new ServiceCollection().AddAppFlowClient(section).AddSingleton<IAppFlowClient, FakeClient>().BuildServiceProvider();
        var options = Containers.OptionsOf(bound);

        Assert.Equal(("eu-central-1", "dev", null, null), (options.Region, options.Profile, options.MaxAttempts, options.UseFips));
    }

    [Fact]
    public async Task The_root_section_AWS_is_not_read_by_default()
    {
        var e = await Containers.StartAsync(services => services.AddSingleton<IConfiguration>(Containers.Configuration(("AWS:Region", "eu-central-1"))).AddAppFlowClient());

        Assert.Contains("No region", e!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_change_has_no_effect()
    {
        var configuration = Containers.Configuration(("AppFlow:Region", "eu-central-1"));
        using var provider = Containers.Build(services => services.AddAppFlowClient(configuration.GetSection("AppFlow")));
        Assert.Equal("eu-central-1", provider.GetRequiredService<AppFlowClient>().Region);

        configuration["AppFlow:Region"] = "eu-west-1";
        configuration.Reload();

        Assert.Equal("eu-central-1", Containers.OptionsOf(provider).Region);
        Assert.Equal("eu-central-1", provider.GetRequiredService<AppFlowClient>().Region);
        Assert.Empty(provider.GetServices<IOptionsChangeTokenSource<AppFlowClientOptions>>());
    }

    private static IEnumerable<string> Keys =>
        ["Region", "Endpoint", "Profile", "ApplicationId", "MaxAttempts", "AttemptTimeout", "UseFips", "UseDualStack", "AllowPlainHttp"];

    // A fake replaces the client, so that only the section is checked.
    private static AppFlowClientOptions Bound(params (string Key, string? Value)[] values)
    {
        using var provider = new ServiceCollection()
            .AddAppFlowClient(Containers.Configuration(values).GetSection("AppFlow"))
            .AddSingleton<IAppFlowClient, FakeClient>()
            .BuildServiceProvider();
        return Containers.OptionsOf(provider);
    }
}
