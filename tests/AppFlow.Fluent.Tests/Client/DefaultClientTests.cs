using System.Reflection;
using System.Runtime.Loader;
using Amazon.Runtime;
using AppFlow.Fluent.Tests.Fakes;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>
/// There is one default client per process, so each test loads its own copy of the library, whose default no other test has used.
/// </summary>
public sealed class DefaultClientTests
{
    [Fact]
    public void The_default_client_can_be_replaced_once_before_it_is_used()
    {
        using var library = new OwnLibrary();
        var mine = library.NewClient();
        library.Default = mine;

        Assert.Same(mine, library.Default);
        var e = Assert.Throws<InvalidOperationException>(() => library.Default = library.NewClient());
        Assert.Contains("start-up", e.Message, StringComparison.Ordinal);
        Assert.Same(mine, library.Default);
    }

    [Fact]
    public void Without_a_region_it_says_what_to_set_and_can_still_be_replaced()
    {
        using var library = new OwnLibrary();
        Assert.Contains("AWS_REGION", Assert.Throws<InvalidOperationException>(() => library.Default).Message, StringComparison.Ordinal);

        var mine = library.NewClient();
        library.Default = mine;
        Assert.Same(mine, library.Default);
    }

    [Fact]
    public async Task A_request_without_a_client_uses_the_default_client()
    {
        using var library = new OwnLibrary();
        using var network = new RecordingHandler(Answers.Arn);
        library.Default = library.NewClient(network);
        await library.UpdateAsync("orders");

        Assert.Equal("orders", (string?)network.Single.Json["connectorLabel"]);
    }

    private sealed class OwnLibrary : IDisposable
    {
        private readonly AssemblyLoadContext _context = new("own library", isCollectible: true);
        private readonly PropertyInfo _default;
        private readonly Type _client;

        public OwnLibrary()
        {
            _client = _context.LoadFromAssemblyPath(typeof(AppFlowClient).Assembly.Location).GetType(typeof(AppFlowClient).FullName!)!;
            Assert.NotEqual(typeof(AppFlowClient), _client);
            _default = _client.GetProperty(nameof(AppFlowClient.Default))!;
        }

        public object Default
        {
            get => Unwrapped(() => _default.GetValue(null)!);
            set => Unwrapped(() =>
            {
                _default.SetValue(null, value);
                return value;
            });
        }

        public object NewClient(HttpMessageHandler? network = null)
        {
            var optionsType = _client.Assembly.GetType(typeof(AppFlowClientOptions).FullName!)!;
            var options = Activator.CreateInstance(optionsType)!;
            optionsType.GetProperty(nameof(AppFlowClientOptions.Region))!.SetValue(options, "us-east-1");
            optionsType.GetProperty(nameof(AppFlowClientOptions.Credentials))!.SetValue(options, new BasicAWSCredentials("a", "b"));
            optionsType.GetProperty(nameof(AppFlowClientOptions.HttpClient))!.SetValue(options, network is null ? null : new HttpClient(network));
            return Activator.CreateInstance(_client, options)!;
        }

        public Task UpdateAsync(string connectorLabel)
        {
            var request = _client.Assembly.GetType(typeof(ConnectorRegistration).FullName!)!
                .GetMethod(nameof(ConnectorRegistration.Update), [typeof(string)])!
                .Invoke(null, [connectorLabel])!;
            return (Task)request.GetType().GetMethod("SendAsync", [typeof(CancellationToken)])!.Invoke(request, [CancellationToken.None])!;
        }

        public void Dispose() => _context.Unload();

        private static object Unwrapped(Func<object> call)
        {
            try
            {
                return call();
            }
            catch (TargetInvocationException e) when (e.InnerException is InvalidOperationException inner)
            {
                throw inner;
            }
        }
    }
}
