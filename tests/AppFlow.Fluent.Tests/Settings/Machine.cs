using Amazon.Runtime;
using AppFlow.Fluent.Client.Settings;
using AppFlow.Fluent.Tests.Fakes;
using Microsoft.Extensions.Logging;

namespace AppFlow.Fluent.Tests.Settings;

/// <summary>A test's own machine: a home folder with real files, and an environment that holds only what the test sets.</summary>
internal sealed class Machine : IDisposable
{
    private readonly Dictionary<string, string?> _variables = new() { ["AWS_EC2_METADATA_DISABLED"] = "true" };

    public Machine()
    {
        Home = Directory.CreateTempSubdirectory("appflow-settings-").FullName;
        Directory.CreateDirectory(Path.Combine(Home, ".aws"));
        ConfigPath = Path.Combine(Home, ".aws", "config");
        CredentialsPath = Path.Combine(Home, ".aws", "credentials");
        Set("HOME", Home);
        Ambient = new AmbientSettings
        {
            Variable = name => _variables.GetValueOrDefault(name),
            Home = () => Path.Combine(Home, "other"),
            ReadFile = path =>
            {
                Asked.Add(path);
                return AmbientSettings.OfProcess.ReadFile(path);
            },
            Region = _ => null,
        };
    }

    public string Home { get; }

    public string ConfigPath { get; }

    public string CredentialsPath { get; }

    public AmbientSettings Ambient { get; set; }

    /// <summary>The files that were requested.</summary>
    public List<string> Asked { get; } = [];

    public Machine Set(string variable, string? value)
    {
        _variables[variable] = value;
        return this;
    }

    public Machine Config(string text)
    {
        File.WriteAllText(ConfigPath, text);
        return this;
    }

    public Machine Credentials(string text)
    {
        File.WriteAllText(CredentialsPath, text);
        return this;
    }

    /// <summary>Writes a file into the home folder, and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Home, name);
        File.WriteAllText(path, text);
        return path;
    }

    public AppFlowClient Client(AppFlowClientOptions? options = null) => new(options ?? new AppFlowClientOptions(), Ambient, () => 0);

    /// <summary>The request that a client on this machine sends.</summary>
    public async Task<SentRequest> SendAsync(AppFlowClientOptions? options = null, ILoggerFactory? loggers = null)
    {
        using var network = new RecordingHandler(Answers.Arn);
        options ??= new AppFlowClientOptions();
        options.HttpClient = new HttpClient(network, disposeHandler: false);
        options.LoggerFactory = loggers;
        using var client = Client(options);
        await ConnectorRegistration.Update("orders").SendAsync(client);
        return network.Single;
    }

    /// <summary>The access key that a client on this machine signs with.</summary>
    public async Task<string> SignsAsAsync(AppFlowClientOptions? options = null)
    {
        options ??= new AppFlowClientOptions();
        options.Region ??= "us-east-1";
        var authorization = (await SendAsync(options)).Header("Authorization");
        return authorization.Split("Credential=")[1].Split('/')[0];
    }

    /// <summary>The error of a client on this machine that finds no credentials; nothing was sent.</summary>
    public async Task<string> CredentialsFaultAsync(AppFlowClientOptions? options = null)
    {
        using var network = new RecordingHandler(Answers.Arn);
        options ??= new AppFlowClientOptions();
        options.Region ??= "us-east-1";
        options.HttpClient = new HttpClient(network, disposeHandler: false);
        using var client = Client(options);
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectorRegistration.Update("orders").SendAsync(client));
        Assert.Empty(network.Sent);
        return fault.Message;
    }

    /// <summary>The error for a setting that is not an option.</summary>
    public string Fault(AppFlowClientOptions? options = null) =>
        Assert.Throws<InvalidOperationException>(() => Client(options ?? new AppFlowClientOptions { Region = "us-east-1" })).Message;

    /// <summary>The error for an option.</summary>
    public ArgumentException OptionFault(AppFlowClientOptions options) => Assert.Throws<ArgumentException>(() => Client(options));

    public static BasicAWSCredentials Given { get; } = new("AKIDGIVEN", "secret");

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
