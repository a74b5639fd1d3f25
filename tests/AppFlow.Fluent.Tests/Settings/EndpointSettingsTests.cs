namespace AppFlow.Fluent.Tests.Settings;

/// <summary>Which configured address is called, and what it cannot be combined with.</summary>
public sealed class EndpointSettingsTests : IDisposable
{
    private const string Services = "[services local]\ns3 =\n  endpoint_url = https://s3.example\nappflow =\n  endpoint_url = https://services.example\n";

    private readonly Machine _machine = new Machine().Set("AWS_REGION", "us-east-1");

    [Fact]
    public void The_order_is_option_service_s_variable_general_variable_services_section_profile()
    {
        _machine.Set("AWS_ENDPOINT_URL_APPFLOW", "https://service.example").Set("AWS_ENDPOINT_URL", "https://general.example")
            .Config($"[default]\nservices = local\nendpoint_url = https://profile.example\n{Services}");
        Assert.Equal("option.example", Host(new AppFlowClientOptions { Endpoint = new Uri("https://option.example") }));
        Assert.Equal("service.example", Host());
        Assert.Equal("general.example", Host(_machine.Set("AWS_ENDPOINT_URL_APPFLOW", " ")));
        Assert.Equal("services.example", Host(_machine.Set("AWS_ENDPOINT_URL", "")));
        Assert.Equal("profile.example", Host(_machine.Config("[default]\nendpoint_url = https://profile.example\n")));
        Assert.Equal("appflow.us-east-1.amazonaws.com", Host(_machine.Config("[default]\nendpoint_url =\n")));
    }

    [Theory]
    [InlineData("s3 =\n  endpoint_url = https://s3.example\n")]
    [InlineData("appflow =\n  endpoint_url =\n")]
    [InlineData("appflow =\n")]
    [InlineData("appflow = https://no.example\n")]
    [InlineData("endpoint_url = https://no.example\n")]
    [InlineData("appflow =\n  other = https://no.example\n")]
    public void A_services_section_without_AppFlow_leaves_the_endpoint_to_the_profile(string section) =>
        Assert.Equal("profile.example", Host(_machine.Config($"[default]\nservices = local\nendpoint_url = https://profile.example\n[services local]\n{section}")));

    [Theory]
    [InlineData("appflow =\n  endpoint_url = https://services.example\n")]
    [InlineData("appflow=\n\tENDPOINT_URL=https://services.example\n")]
    [InlineData("AppFlow =\n\n  # a comment\n  x = 1\n  endpoint_url = https://services.example # the local one\nec2 =\n  endpoint_url = https://ec2.example\n")]
    [InlineData("  appflow =\n    endpoint_url = https://services.example\n  ec2 =\n    endpoint_url = https://ec2.example\n")]
    public void A_services_section_is_read_however_it_is_indented(string section) =>
        Assert.Equal("services.example", Host(_machine.Config($"[services local]\n{section}[default]\nservices = local\n")));

    [Fact]
    public void A_profile_of_the_credentials_file_may_name_services_of_the_config_file() =>
        Assert.Equal("services.example", Host(_machine.Config(Services).Credentials("[default]\nservices = local\n")));

    [Fact]
    public void A_services_name_without_its_section_is_an_error_that_names_it_profile_and_file() => Says.All(
        _machine.Config("[profile dev]\nregion = eu-west-1\nservices = lokal\n[services local]\n").Set("AWS_PROFILE", "dev").Fault(),
        "services", "'dev'", _machine.ConfigPath, "line 3", "lokal");

    [Theory]
    [InlineData("true", null)]
    [InlineData("TRUE", "false")]
    [InlineData(null, "true")]
    [InlineData("", "True")]
    public void Configured_addresses_can_be_ignored(string? variable, string? profile)
    {
        _machine.Set("AWS_ENDPOINT_URL_APPFLOW", "nonsense").Set("AWS_ENDPOINT_URL", "nonsense").Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", variable)
            .Config($"[default]\nservices = nowhere\nendpoint_url = nonsense\nignore_configured_endpoint_urls = {profile}\n");

        Assert.Equal("appflow.us-east-1.amazonaws.com", Host());
        Assert.Equal("option.example", Host(new AppFlowClientOptions { Endpoint = new Uri("https://option.example") }));
    }

    [Fact]
    public void A_flag_of_the_environment_overrides_the_profile_in_both_directions()
    {
        _machine.Set("AWS_ENDPOINT_URL", "https://general.example").Config("[default]\nignore_configured_endpoint_urls = true\n");

        Assert.Equal("general.example", Host(_machine.Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "false")));
    }

    [Fact]
    public void A_setting_of_a_higher_source_is_not_read_from_a_lower_one()
    {
        _machine.Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "nonsense").Set("AWS_ENDPOINT_URL_APPFLOW", "nonsense")
            .Config("[default]\nservices = nowhere\nendpoint_url = nonsense\n");
        Assert.Equal("option.example", Host(new AppFlowClientOptions { Endpoint = new Uri("https://option.example") }));

        _machine.Set("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", null).Set("AWS_ENDPOINT_URL_APPFLOW", "https://service.example").Set("AWS_ENDPOINT_URL", "nonsense");
        Assert.Equal("service.example", Host());
    }

    public static TheoryData<string, string, string> Wishes => new()
    {
        { "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", "FIPS" },
        { "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint", "Dualstack" },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_custom_endpoint_with_FIPS_or_dual_stack_names_both_wherever_they_are_set(string variable, string key, string what)
    {
        var said = $"Invalid Configuration: {what} and custom endpoint are not supported";
        _machine.Set("AWS_ENDPOINT_URL", "http://127.0.0.1:8321").Set(variable, "true");
        Says.All(_machine.Fault(), said, variable, "AWS_ENDPOINT_URL", "http://127.0.0.1:8321");

        _machine.Set(variable, null).Config($"[default]\n{key} = true\nendpoint_url = https://profile.example\n");
        Says.All(_machine.Fault(), said, $"{key} of the profile 'default'", "AWS_ENDPOINT_URL", _machine.ConfigPath);
        Says.All(_machine.Set("AWS_ENDPOINT_URL", null).Fault(), said, $"{key} of the profile 'default'", "endpoint_url of the profile 'default'");

        var option = _machine.OptionFault(new AppFlowClientOptions { Endpoint = new Uri("https://option.example") });
        Assert.Equal("Endpoint", option.ParamName);
        Says.All(option.Message, said, $"{key} of the profile 'default'", "Endpoint");
    }

    [Fact]
    public void An_option_in_conflict_with_the_environment_is_an_error_of_the_option()
    {
        _machine.Set("AWS_ENDPOINT_URL", "https://general.example");
        var fips = _machine.OptionFault(new AppFlowClientOptions { UseFips = true });
        var dualStack = _machine.OptionFault(new AppFlowClientOptions { UseDualStack = true });

        Assert.Equal(("UseFips", "UseDualStack"), (fips.ParamName, dualStack.ParamName));
        Says.All(fips.Message, "UseFips", "AWS_ENDPOINT_URL");
        Says.All(dualStack.Message, "UseDualStack", "AWS_ENDPOINT_URL");
    }

    [Fact]
    public void A_false_flag_can_be_combined_with_any_endpoint() => Assert.Equal(
        "general.example",
        Host(_machine.Set("AWS_ENDPOINT_URL", "https://general.example").Set("AWS_USE_FIPS_ENDPOINT", "false").Set("AWS_USE_DUALSTACK_ENDPOINT", "False")));

    [Fact]
    public void A_custom_endpoint_uses_the_region_of_the_profile_and_queries_no_metadata()
    {
        bool? metadata = null;
        _machine.Ambient = _machine.Ambient with
        {
            Region = asked =>
            {
                metadata = asked;
                return null;
            },
        };
        _machine.Set("AWS_REGION", null).Config("[default]\nendpoint_url = https://profile.example\n");
        using (var client = _machine.Client())
        {
            Assert.Equal(("us-east-1", false), (client.Region, metadata));
        }

        using var regional = _machine.Config("[default]\nendpoint_url = https://profile.example\nregion = eu-west-1\n").Client();
        Assert.Equal("eu-west-1", regional.Region);
    }

    public void Dispose() => _machine.Dispose();

    private static string Host(Machine machine) => Host(machine, new AppFlowClientOptions());

    private string Host(AppFlowClientOptions? options = null) => Host(_machine, options ?? new AppFlowClientOptions());

    private static string Host(Machine machine, AppFlowClientOptions options)
    {
        using var client = machine.Client(options);
        return client.Endpoint.Host;
    }
}
