using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>
/// One case of a table: an environment (<c>A=b;C=d</c>), two files, options (<c>Region=x;UseFips=true</c>) and the expected result:
/// <c>host=</c>, <c>url=</c>, <c>region=</c>, <c>scope=</c>, <c>max=</c>, <c>app=</c>, <c>key=</c>, <c>token=</c> of what is sent,
/// <c>info=</c> and <c>warn=</c> lines of the log; or <c>error: this|that</c> of the constructor, <c>Region error: …</c> of an option,
/// <c>call: …</c> of the first call.
/// </summary>
internal static class SettingCase
{
    private const string Secret = "s3cr3t";

    public static async Task CheckAsync(string environment, string? config, string? credentials, string options, string expected)
    {
        using var machine = new Machine();
        foreach (var (name, value) in Pairs(machine, environment))
        {
            machine.Set(name, value);
        }

        File.Delete(machine.ConfigPath);
        if (config is not null)
        {
            machine.Config(Filled(machine, config));
        }

        if (credentials is not null)
        {
            machine.Credentials(Filled(machine, credentials));
        }

        using var loggers = new CapturingLoggerFactory();
        using var network = new RecordingHandler(Answers.Arn);
        var chosen = Options(machine, options);
        chosen.LoggerFactory = loggers;
        chosen.HttpClient = new HttpClient(network, disposeHandler: false);
        if (expected.Split(':', 2) is [var kind, var said] && (kind is "error" or "call" || kind.EndsWith(" error", StringComparison.Ordinal)))
        {
            Exception fault = kind switch
            {
                "error" => Assert.Throws<InvalidOperationException>(() => machine.Client(chosen)),
                "call" => await CallFaultAsync(machine, chosen),
                _ => Assert.Throws<ArgumentException>(kind.Split(' ')[0], () => machine.Client(chosen)),
            };
            Says.All(fault.Message, [.. said.Split('|').Select(part => Filled(machine, part.Trim()))]);
            Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
            Assert.Empty(network.Sent);
            return;
        }

        using (var client = machine.Client(chosen))
        {
            await ConnectorRegistration.Update("orders").SendAsync(client);
        }

        foreach (var (what, value) in Pairs(machine, expected))
        {
            Assert.Equal((what, value), (what, Sent(network.Single, loggers, what)));
        }
    }

    private static string? Sent(SentRequest sent, CapturingLoggerFactory loggers, string what) => what switch
    {
        "host" => sent.Uri.Host,
        "url" => sent.Uri.ToString(),
        "key" => sent.Header("Authorization").Split("Credential=")[1].Split('/')[0],
        "region" => sent.Header("Authorization").Split("Credential=")[1].Split('/')[2],
        "max" => sent.Header("amz-sdk-request").Split("max=")[1],
        "app" => sent.Header("User-Agent").Split(" app/") is [_, var id] ? id : "",
        "token" => string.Concat(sent.Headers.GetValueOrDefault("x-amz-security-token") ?? []),
        "info" => Lines(loggers, " Information "),
        "warn" => Lines(loggers, " Warning "),
        _ => throw new ArgumentException(what, nameof(what)),
    };

    private static string Lines(CapturingLoggerFactory loggers, string level) =>
        $"{loggers.Entries.Count(entry => entry.Contains(level, StringComparison.Ordinal))}";

    private static async Task<Exception> CallFaultAsync(Machine machine, AppFlowClientOptions options)
    {
        using var client = machine.Client(options);
        return await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
    }

    private static AppFlowClientOptions Options(Machine machine, string text)
    {
        var options = new AppFlowClientOptions();
        foreach (var (name, value) in Pairs(machine, text))
        {
            switch (name)
            {
                case "Region": options.Region = value; break;
                case "Endpoint": options.Endpoint = new Uri(value, UriKind.RelativeOrAbsolute); break;
                case "Credentials": options.Credentials = Machine.Given; break;
                case "Profile": options.Profile = value; break;
                case "ApplicationId": options.ApplicationId = value; break;
                case "MaxAttempts": options.MaxAttempts = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "AttemptTimeout": options.AttemptTimeout = TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture); break;
                case "UseFips": options.UseFips = bool.Parse(value); break;
                case "UseDualStack": options.UseDualStack = bool.Parse(value); break;
                case "AllowPlainHttp": options.AllowPlainHttp = bool.Parse(value); break;
                default: throw new ArgumentException(name, nameof(text));
            }
        }

        return options;
    }

    private static IEnumerable<(string Name, string Value)> Pairs(Machine machine, string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (pair[0], Filled(machine, pair[1])));

    private static string Filled(Machine machine, string text) => text.Replace("{home}", machine.Home, StringComparison.Ordinal);
}
