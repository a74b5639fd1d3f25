using System.Reflection;
using System.Runtime.Loader;

namespace AppFlow.Fluent.Tests.Client;

/// <summary>
/// The default client is one for the process, so each test loads a library of its own, whose default no other test has touched.
/// </summary>
public sealed class DefaultClientTests
{
    [Fact]
    public void It_can_be_replaced_once_before_it_is_used()
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

        public object NewClient()
        {
            var optionsType = _client.Assembly.GetType(typeof(AppFlowClientOptions).FullName!)!;
            var options = Activator.CreateInstance(optionsType)!;
            optionsType.GetProperty(nameof(AppFlowClientOptions.Region))!.SetValue(options, "us-east-1");
            return Activator.CreateInstance(_client, options)!;
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
