using AppFlow.Fluent.Client;
using AppFlow.Fluent.Client.Settings;
using AppFlow.Fluent.Tests.Data;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>Which address is called and for which region requests are signed, from options and a given environment.</summary>
public sealed class EndpointResolverTests
{
    public static TheoryData<int, string> ServiceCases
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < Facts.EndpointCases.Count; i++)
            {
                data.Add(i, (string)Facts.EndpointCases[i]!["documentation"]!);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(ServiceCases))]
    public void The_service_s_own_endpoint_cases_hold(int index, string documentation)
    {
        var given = Facts.EndpointCases[index]!;
        var parameters = given["params"];
        var options = new AppFlowClientOptions
        {
            Region = (string?)parameters?["Region"],
            UseFips = (bool?)parameters?["UseFIPS"] ?? false,
            UseDualStack = (bool?)parameters?["UseDualStack"] ?? false,
            Endpoint = (string?)parameters?["Endpoint"] is { } custom ? new Uri(custom) : null,
        };
        if ((string?)given["expect"]!["endpoint"]?["url"] is { } url)
        {
            Assert.Equal(new Uri(url), Resolve(options).Endpoint);
        }
        else if (documentation == "Missing region")
        {
            // The service's rules say "Invalid Configuration: Missing Region"; ours says what to do about it.
            Assert.Throws<InvalidOperationException>(() => Resolve(options));
        }
        else
        {
            var refusal = Assert.Throws<ArgumentException>(() => Resolve(options));
            Assert.StartsWith((string)given["expect"]!["error"]!, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void There_are_36_cases() => Assert.Equal(36, Facts.EndpointCases.Count);

    [Theory]
    [InlineData("eusc-de-east-1", false, false, "https://appflow.eusc-de-east-1.amazonaws.eu/")]
    [InlineData("eusc-de-east-1", true, true, "https://appflow-fips.eusc-de-east-1.api.amazonwebservices.eu/")]
    [InlineData("eu-isoe-west-1", false, false, "https://appflow.eu-isoe-west-1.cloud.adc-e.uk/")]
    [InlineData("eu-isoe-west-1", true, false, "https://appflow-fips.eu-isoe-west-1.cloud.adc-e.uk/")]
    [InlineData("us-isof-south-1", false, false, "https://appflow.us-isof-south-1.csp.hci.ic.gov/")]
    [InlineData("us-isob-east-1", false, false, "https://appflow.us-isob-east-1.sc2s.sgov.gov/")]
    [InlineData("cn-northwest-1", false, false, "https://appflow.cn-northwest-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", false, true, "https://appflow.us-gov-west-1.api.aws/")]
    [InlineData("mx-central-1", false, false, "https://appflow.mx-central-1.amazonaws.com/")]
    [InlineData("xx-new-9", false, true, "https://appflow.xx-new-9.api.aws/")]
    public void Every_partition_has_its_own_names(string region, bool fips, bool dualStack, string expected) => Assert.Equal(
        new CallTarget(new Uri(expected), region) { IsRegional = true },
        Resolve(new AppFlowClientOptions { Region = region, UseFips = fips, UseDualStack = dualStack }));

    [Fact]
    public void The_endpoint_is_the_option_then_the_service_s_variable_then_the_general_one()
    {
        (string, string)[] both = [("AWS_ENDPOINT_URL_APPFLOW", "https://service.example"), ("AWS_ENDPOINT_URL", "https://general.example")];

        Assert.Equal(
            new Uri("https://option.example"),
            Resolve(new AppFlowClientOptions { Endpoint = new Uri("https://option.example") }, both).Endpoint);
        Assert.Equal(new Uri("https://service.example"), Resolve(new AppFlowClientOptions(), both).Endpoint);
        Assert.Equal(new Uri("https://general.example"), Resolve(new AppFlowClientOptions(), both[1]).Endpoint);
        Assert.Equal(
            new Uri("https://general.example"),
            Resolve(new AppFlowClientOptions(), ("AWS_ENDPOINT_URL_APPFLOW", " "), both[1]).Endpoint);
    }

    [Fact]
    public void The_region_is_the_option_then_the_environment_then_what_the_SDK_finds()
    {
        (string, string)[] both = [("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2")];

        Assert.Equal("eu-west-3", Resolve(new AppFlowClientOptions { Region = "eu-west-3" }, both).Region);
        Assert.Equal("eu-west-1", Resolve(new AppFlowClientOptions(), both).Region);
        Assert.Equal("eu-west-2", Resolve(new AppFlowClientOptions(), both[1]).Region);
        Assert.Equal("eu-west-2", Resolve(new AppFlowClientOptions { Region = "" }, ("AWS_REGION", ""), both[1]).Region);
        Assert.Equal("sa-east-1", Resolve(new AppFlowClientOptions(), AmbientSettings.None with { Region = _ => "sa-east-1" }).Region);
    }

    [Fact]
    public void A_custom_endpoint_without_a_region_is_signed_for_us_east_1_and_asks_no_metadata()
    {
        bool? metadata = null;
        var ambient = AmbientSettings.None with
        {
            Region = includeMetadata =>
            {
                metadata = includeMetadata;
                return null;
            },
        };
        var (_, region) = Resolve(new AppFlowClientOptions { Endpoint = new Uri("http://localhost:8321") }, ambient);

        Assert.Equal("us-east-1", region);
        Assert.False(metadata);
    }

    [Fact]
    public void Nothing_found_says_which_three_things_to_set_and_how_to_do_without_AWS()
    {
        var e = Assert.Throws<InvalidOperationException>(() => Resolve(new AppFlowClientOptions()));
        Says.All(e.Message,
            "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
            "dotnet tool install -g AppFlow.Fluent.Emulator.Tool", "appflow-emulator --port 8321", "AWS_ENDPOINT_URL_APPFLOW=http://127.0.0.1:8321");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8321")]
    [InlineData("http://127.8.9.10")]
    [InlineData("http://localhost:8321")]
    [InlineData("http://LOCALHOST")]
    [InlineData("http://loopback:8321")] // Uri calls localhost for this name.
    [InlineData("http://[::1]:8321")]
    [InlineData("https://example.com")]
    public void Plain_http_to_this_machine_is_allowed(string endpoint) =>
        Assert.Equal(new Uri(endpoint), Resolve(new AppFlowClientOptions { Endpoint = new Uri(endpoint) }).Endpoint);

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://128.0.0.1")]
    [InlineData("http://localhost.example.com")]
    [InlineData("http://127.0.0.1.example.com")]
    [InlineData("http://[::2]")]
    public void Plain_http_to_another_machine_is_refused_unless_allowed(string endpoint)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Resolve(new AppFlowClientOptions { Endpoint = new Uri(endpoint) }));
        Assert.Equal("Endpoint", refusal.ParamName);
        Assert.Contains("AllowPlainHttp", refusal.Message, StringComparison.Ordinal);
        Says.All(
            Assert.Throws<InvalidOperationException>(() => Resolve(new AppFlowClientOptions(), ("AWS_ENDPOINT_URL", endpoint))).Message,
            "AWS_ENDPOINT_URL", "AllowPlainHttp");

        Assert.Equal(
            new Uri(endpoint),
            Resolve(new AppFlowClientOptions { Endpoint = new Uri(endpoint), AllowPlainHttp = true }).Endpoint);
    }

    [Theory]
    [InlineData("https://user:pass@example.com")]
    [InlineData("https://example.com/?query")]
    [InlineData("https://example.com/?")]
    [InlineData("https://example.com/#fragment")]
    [InlineData("ftp://example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/relative")]
    public void An_endpoint_that_is_not_a_plain_address_is_refused(string endpoint)
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => Resolve(new AppFlowClientOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), AllowPlainHttp = true }));
        Assert.Equal("Endpoint", refusal.ParamName);
        Assert.DoesNotContain("pass@", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.com/")]
    [InlineData("us-east-1.evil.com")]
    [InlineData("us-east-1@evil.com")]
    [InlineData("us-east-1/../..")]
    [InlineData("us-east-1#")]
    [InlineData("us east 1")]
    [InlineData("US-EAST-1")]
    [InlineData("us-east-1\nx")]
    [InlineData("-us-east-1")]
    [InlineData("us-east-1-")]
    [InlineData("é")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void An_invalid_region_name_is_refused_from_every_source(string region)
    {
        Assert.Equal("Region", Assert.Throws<ArgumentException>(() => Resolve(new AppFlowClientOptions { Region = region })).ParamName);
        Assert.Throws<InvalidOperationException>(() => Resolve(new AppFlowClientOptions(), ("AWS_REGION", region)));
        Assert.Throws<InvalidOperationException>(
            () => Resolve(new AppFlowClientOptions { Endpoint = new Uri("https://example.com") }, ("AWS_DEFAULT_REGION", region)));
    }

    [Theory]
    [InlineData("AWS_ENDPOINT_URL_APPFLOW")]
    [InlineData("AWS_ENDPOINT_URL")]
    public void A_variable_with_an_invalid_address_is_named(string variable)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Resolve(new AppFlowClientOptions(), (variable, "not an address")));
        Assert.Contains(variable, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "UseFips")]
    [InlineData(false, true, "UseDualStack")]
    public void An_endpoint_from_the_environment_excludes_FIPS_and_dual_stack_too(bool fips, bool dualStack, string parameter) => Assert.Equal(
        parameter,
        Assert.Throws<ArgumentException>(() => Resolve(
            new AppFlowClientOptions { Region = "us-east-1", UseFips = fips, UseDualStack = dualStack },
            ("AWS_ENDPOINT_URL", "https://example.com"))).ParamName);

    private static CallTarget Resolve(AppFlowClientOptions options, params (string Name, string Value)[] environment) => Resolve(
        options,
        AmbientSettings.None with
        {
            Variable = name => environment.Where(variable => variable.Name == name).Select(variable => variable.Value).FirstOrDefault(),
        });

    private static CallTarget Resolve(AppFlowClientOptions options, AmbientSettings ambient) =>
        EndpointResolver.Resolve(options, new SettingSources(ambient, options.Profile, nameof(options.Profile)), ambient.Region);
}
