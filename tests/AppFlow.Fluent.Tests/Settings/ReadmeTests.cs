namespace AppFlow.Fluent.Tests.Settings;

/// <summary>The README's table of settings is complete.</summary>
public sealed class ReadmeTests
{
    private static readonly string Section = SettingsSection();

    public static TheoryData<string> Options => [.. typeof(AppFlowClientOptions).GetProperties().Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Options))]
    public void Each_option_is_documented(string name) => Assert.Contains($"`{name}`", Section, StringComparison.Ordinal);

    [Theory]
    [InlineData("AWS_PROFILE", "default")]
    [InlineData("AWS_REGION", "region")]
    [InlineData("AWS_DEFAULT_REGION", "region")]
    [InlineData("AWS_ENDPOINT_URL_APPFLOW", "services")]
    [InlineData("AWS_ENDPOINT_URL", "endpoint_url")]
    [InlineData("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls")]
    [InlineData("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")]
    [InlineData("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")]
    [InlineData("AWS_MAX_ATTEMPTS", "max_attempts")]
    [InlineData("AWS_RETRY_MODE", "retry_mode")]
    [InlineData("AWS_SDK_UA_APP_ID", "sdk_ua_app_id")]
    public void Each_variable_is_in_one_row_with_its_key(string variable, string key) =>
        Says.All(Assert.Single(Section.Split('\n'), line => line.StartsWith('|') && line.Contains($"`{variable}`", StringComparison.Ordinal)), $"`{key}`");

    [Fact]
    public void Ignored_settings_are_documented() =>
        Says.All(Section, "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE", "Not honoured: `AWS_DEFAULTS_MODE` and `AWS_CA_BUNDLE`", "`AWS_DEFAULT_PROFILE`");

    private static string SettingsSection()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Fluent.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run within the repository.");
        }

        var readme = File.ReadAllText(Path.Combine(folder, "README.md"));
        var start = readme.IndexOf("## Settings\n", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }
}
