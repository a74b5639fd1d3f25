using System.Runtime.CompilerServices;

namespace AppFlow.Fluent.Tests;

/// <summary>
/// The process's environment is the same on every machine: no credentials, no region, no endpoint and no metadata service to ask.
/// It is set once, before any test, because tests run in parallel and AWSSDK.Core may read it at any time.
/// </summary>
internal static class TestEnvironment
{
    [ModuleInitializer]
    internal static void Isolate()
    {
        string[] unset =
        [
            .. Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)),
            "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy",
        ];
        foreach (var name in unset)
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        var nowhere = Path.Combine(AppContext.BaseDirectory, "no-such-aws-file");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", nowhere);
        Environment.SetEnvironmentVariable("AWS_CONFIG_FILE", nowhere);
    }
}
