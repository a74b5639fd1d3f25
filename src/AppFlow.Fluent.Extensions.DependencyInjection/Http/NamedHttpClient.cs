using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>The HTTP client of <see cref="IHttpClientFactory"/> that an AppFlow client uses.</summary>
internal static class NamedHttpClient
{
    public const string Name = "AppFlow.Fluent";

    public static void Add(IServiceCollection services, string name)
    {
        // The client is a singleton and keeps its HTTP client; the primary handler makes sure that DNS changes take effect.
        services.AddHttpClient(name)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.PostConfigure<HttpClientFactoryOptions>(name, Redact);

        // Before all other filters, so that its final step runs last.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new HandlerFilter(name)));
    }

    // Whatever an application lets its HTTP clients log, signatures and session tokens are never included.
    private static void Redact(HttpClientFactoryOptions options)
    {
        var asked = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = header =>
            header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || header.Equals("x-amz-security-token", StringComparison.OrdinalIgnoreCase)
            || asked(header);
    }
}
