using System.Diagnostics;
using System.Text;
using AppFlow.Fluent.Emulator;
using AppFlow.Fluent.Tests.Fakes;
using AppFlow.Fluent.Tests.Requests;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>A separate process with a real environment and real files; whatever it sends to other machines goes to a trap.</summary>
public sealed class ProcessSettingsTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Machine _machine = new();
    private readonly RawAnswerServer _trap = new(_ => RawAnswerServer.Answer("HTTP/1.1 418 I'm a trap", ""));
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public async Task The_files_of_the_home_are_read()
    {
        _machine.Config("[default]\nregion = us-gov-west-1\nuse_fips_endpoint = true\n[profile dev]\nregion = cn-north-1\nuse_dualstack_endpoint = true\n");
        Assert.Equal("us-gov-west-1 https://appflow-fips.us-gov-west-1.amazonaws.com/", await RunAsync("settle"));

        _variables["AWS_PROFILE"] = "dev";
        Assert.Equal("cn-north-1 https://appflow.cn-north-1.api.amazonwebservices.com.cn/", await RunAsync("settle"));
    }

    [Fact]
    public async Task Files_that_variables_name_are_read_instead()
    {
        _machine.Config("malformed");
        _variables["AWS_CONFIG_FILE"] = _machine.Write("elsewhere", "[default]\nregion = eu-west-1\n");
        _variables["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_machine.Home, "absent");

        Assert.StartsWith("eu-west-1 ", await RunAsync("settle"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_file_is_an_error_that_names_it_and_the_line()
    {
        _machine.Config("[default]\nregion = eu-west-1\nmalformed\n");

        Says.All(await RunAsync("settle", exitCode: 1), "InvalidOperationException: ", _machine.ConfigPath, "line 3");
    }

    [Fact]
    public async Task The_default_client_signs_with_a_profile_that_AWSSDK_Core_would_ignore()
    {
        await using var appflow = await EmulatorAsync();
        _machine.Config("[profile dev]\nretry_mode = legacy\nservices = local\n[services local]\nappflow =\n  endpoint_url = " + appflow.Endpoint + "\n")
            .Credentials("[dev]\naws_access_key_id = emulator\naws_secret_access_key = emulator\n");
        _variables["AWS_PROFILE"] = "dev";

        Assert.EndsWith(":connector/orders", await RunAsync("send"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_with_which_the_program_replaced_AWSSDK_Core_s_provides_credentials()
    {
        await using var appflow = await EmulatorAsync();
        _variables["AWS_ENDPOINT_URL_APPFLOW"] = appflow.Endpoint.ToString();
        _variables["AWS_ACCESS_KEY_ID"] = "AKIDHALF";

        Assert.EndsWith(":connector/orders", await RunAsync("own-chain"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_container_provides_credentials()
    {
        await using var appflow = await EmulatorAsync();
        await using var container = new RawAnswerServer(_ => RawAnswerServer.Answer(
            "HTTP/1.1 200 OK", """{"AccessKeyId":"emulator","SecretAccessKey":"emulator","Token":null,"Expiration":"2099-01-01T00:00:00Z"}"""));
        _variables["AWS_ENDPOINT_URL_APPFLOW"] = appflow.Endpoint.ToString();
        _variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{container.Uri}keys";

        Assert.EndsWith(":connector/orders", await RunAsync("send"), StringComparison.Ordinal);
        Assert.Contains(container.Heads, head => head.StartsWith("GET /keys ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_container_that_fails_is_named()
    {
        await using var container = new RawAnswerServer(_ => RawAnswerServer.Answer("HTTP/1.1 403 Forbidden", "no"));
        _variables["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1";
        _variables["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"{container.Uri}keys";

        Says.All(await RunAsync("send", exitCode: 1), "InvalidOperationException: ", "of the container (AWS_CONTAINER_CREDENTIALS_FULL_URI) failed");
    }

    [Fact]
    public async Task Without_any_setting_the_default_client_says_what_to_set()
    {
        Says.All(await RunAsync("send", exitCode: 1), "InvalidOperationException: No region was found", "appflow-emulator");

        _variables["AWS_REGION"] = "us-east-1";
        Says.All(await RunAsync("send", exitCode: 1), "No AWS credentials were found", "the environment", "'default'", "the container", "the instance");
    }

    [Fact]
    public async Task No_setting_of_the_machine_affects_a_client_of_the_emulator()
    {
        _machine.Config("malformed").Credentials("malformed");
        foreach (var name in (string[])
        [
            "AWS_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_MAX_ATTEMPTS", "AWS_RETRY_MODE", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_APPFLOW",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_SDK_UA_APP_ID", "AWS_ACCESS_KEY_ID",
        ])
        {
            _variables[name] = "NONSENSE";
        }

        _variables["AWS_USE_FIPS_ENDPOINT"] = "true";
        _variables["AWS_USE_DUALSTACK_ENDPOINT"] = "true";

        Assert.Equal("us-east-1 applied 1", await RunAsync("emulator"));
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        Assert.Empty(_trap.Heads);
        await _trap.DisposeAsync();
    }

    public void Dispose() => _machine.Dispose();

    private static async Task<AppFlowEmulator> EmulatorAsync()
    {
        var appflow = await AppFlowEmulator.StartAsync();
        using var client = appflow.CreateClient();
        await ConnectorRegistration.Register("orders").WithLambda(RequestSamples.LambdaArn).SendAsync(client);
        return appflow;
    }

    private async Task<string> RunAsync(string command, int exitCode = 0)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "AppFlow.Fluent.SettingsProbe.dll"), command },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            WorkingDirectory = _machine.Home,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = _machine.Home;
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["HTTP_PROXY"] = start.Environment["HTTPS_PROXY"] = start.Environment["http_proxy"] = start.Environment["https_proxy"] = _trap.Uri.ToString();
        start.Environment["NO_PROXY"] = start.Environment["no_proxy"] = "127.0.0.1";
        foreach (var (name, value) in _variables)
        {
            start.Environment[name] = value;
        }

        using var timeout = new CancellationTokenSource(Patience);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(timeout.Token);
        var output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        Assert.True(exitCode == process.ExitCode, $"{process.ExitCode}: {output}{await error}");
        return output.Trim();
    }
}
