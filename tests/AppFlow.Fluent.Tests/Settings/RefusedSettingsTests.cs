namespace AppFlow.Fluent.Tests.Settings;

/// <summary>
/// An unreadable value is an error of the constructor: an ArgumentException for an option, an InvalidOperationException otherwise. It names
/// the setting, its source and the valid values.
/// </summary>
public sealed class RefusedSettingsTests : IDisposable
{
    private readonly Machine _machine = new();

    public static TheoryData<string, string, string, string> Values => new()
    {
        { "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "yes", "true or false" },
        { "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "1", "true or false" },
        { "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "on", "true or false" },
        { "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls", "0", "true or false" },
        { "AWS_MAX_ATTEMPTS", "max_attempts", "0", "a whole number from 1" },
        { "AWS_MAX_ATTEMPTS", "max_attempts", "-1", "a whole number from 1" },
        { "AWS_MAX_ATTEMPTS", "max_attempts", "2.5", "a whole number from 1" },
        { "AWS_MAX_ATTEMPTS", "max_attempts", "many", "a whole number from 1" },
        { "AWS_MAX_ATTEMPTS", "max_attempts", "99999999999", "a whole number from 1" },
        { "AWS_RETRY_MODE", "retry_mode", "nonsense", "standard, adaptive or legacy" },
        { "AWS_RETRY_MODE", "retry_mode", "standard adaptive", "standard, adaptive or legacy" },
        { "AWS_ENDPOINT_URL", "endpoint_url", "localhost:8321", "an absolute http or https address" },
        { "AWS_ENDPOINT_URL", "endpoint_url", "not an address", "an absolute http or https address" },
        { "AWS_ENDPOINT_URL_APPFLOW", "endpoint_url", "ftp://host", "an absolute http or https address" },
        { "AWS_ENDPOINT_URL", "endpoint_url", "http://example.com", "AllowPlainHttp" },
        { "AWS_ENDPOINT_URL", "endpoint_url", "https://example.com/?a=b", "no user, query or fragment" },
        { "AWS_REGION", "region", "US-EAST-1", "a region's name such as eu-central-1" },
        { "AWS_DEFAULT_REGION", "region", "us east 1", "a region's name such as eu-central-1" },
        { "AWS_REGION", "region", "us-east-1.evil.com", "a region's name such as eu-central-1" },
        { "AWS_REGION", "region", "fips-us-east-1", "AWS_USE_FIPS_ENDPOINT" },
        { "AWS_REGION", "region", "us-east-1-fips", "AWS_USE_FIPS_ENDPOINT" },
        { "AWS_REGION", "region", "us-fips-east-1", "not a pseudo region" },
        { "AWS_REGION", "region", "aws-global", "not a pseudo region" },
        { "AWS_REGION", "region", "aws-cn-global", "not a pseudo region" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_wrong_value_of_the_environment_or_a_profile_is_explained(string variable, string key, string value, string expected)
    {
        var options = key == "region" ? new AppFlowClientOptions() : new AppFlowClientOptions { Region = "us-east-1" };
        Says.All(_machine.Set(variable, value).Fault(options), variable, expected);

        _machine.Set(variable, null).Set("AWS_PROFILE", "dev").Config($"[profile dev]\n{key} = {value}\n");
        Says.All(_machine.Fault(options), key, "'dev'", _machine.ConfigPath, "line 2", expected);

        File.Delete(_machine.ConfigPath);
        _machine.Credentials($"[dev]\n\n{key} = {value}\n");
        Says.All(_machine.Fault(options), key, "'dev'", _machine.CredentialsPath, "line 3", expected);
    }

    public static TheoryData<string, Action<AppFlowClientOptions>, string> Options => new()
    {
        { "Region", options => options.Region = "US-EAST-1", "a region's name such as eu-central-1" },
        { "Region", options => options.Region = "fips-us-east-1", "UseFips" },
        { "MaxAttempts", options => options.MaxAttempts = 0, "a whole number from 1" },
        { "Endpoint", options => options.Endpoint = new Uri("ftp://host"), "an absolute http or https address" },
        { "Endpoint", options => options.Endpoint = new Uri("", UriKind.Relative), "an absolute http or https address" },
        { "AttemptTimeout", options => options.AttemptTimeout = TimeSpan.Zero, "longer than no time" },
        { "Profile", options => options.Profile = "nobody", "a profile of one of them" },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void A_wrong_value_of_an_option_is_explained(string name, Action<AppFlowClientOptions> set, string expected)
    {
        var options = new AppFlowClientOptions { Region = "us-east-1" };
        set(options);
        var fault = _machine.OptionFault(options);

        Assert.Equal(name, fault.ParamName);
        Says.All(fault.Message, name, expected);
    }

    [Fact]
    public void A_quoted_value_is_short_and_on_one_line() =>
        Says.All(_machine.Set("AWS_RETRY_MODE", $"a\nb{new string('x', 5000)}").Fault(), "a\uFFFDb", "x…'.");

    [Fact]
    public void A_password_in_an_address_is_not_quoted()
    {
        _machine.Config("[default]\nendpoint_url = ftp://user:pw@host\n");
        var message = _machine.Fault();

        Says.All(message, "endpoint_url of the profile 'default'", "ftp://***@host");
        Assert.DoesNotContain("pw", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "TrUe")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "fALSE")]
    [InlineData("AWS_RETRY_MODE", "retry_mode", "Standard")]
    [InlineData("AWS_RETRY_MODE", "retry_mode", "LEGACY")]
    [InlineData("AWS_RETRY_MODE", "retry_mode", " Adaptive ")]
    [InlineData("AWS_RETRY_MODE", "retry_mode", " ")]
    [InlineData("AWS_MAX_ATTEMPTS", "max_attempts", "\t")]
    [InlineData("AWS_ENDPOINT_URL", "endpoint_url", "  ")]
    public void Booleans_and_modes_are_case_insensitive_and_blanks_count_as_not_set(string variable, string key, string value)
    {
        _machine.Set("AWS_REGION", "us-east-1").Set(variable, value);
        _machine.Client().Dispose();
        _machine.Set(variable, null).Config($"[default]\n{key} = {value}\n");
        _machine.Client().Dispose();
    }

    public void Dispose() => _machine.Dispose();
}
