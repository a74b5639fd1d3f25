using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>The HTTP client of <see cref="IHttpClientFactory"/> that a client of AppFlow has.</summary>
internal static class NamedHttpClient
{
    public const string Name = "AppFlow.Fluent";

    public static void Add(IServiceCollection services, string name)
    {
        // The client is a singleton and keeps what it is given; that DNS changes are seen is the matter of the primary handler.
        services.AddHttpClient(name)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.PostConfigure<HttpClientFactoryOptions>(name, Redact);

        // Before all other filters, so that what it does at last is done last.
        services.Insert(0, ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(new HandlerFilter(name)));
    }

    // Whatever else an application has its clients log, a signature or a session token is never part of it.
    private static void Redact(HttpClientFactoryOptions options)
    {
        var asked = options.ShouldRedactHeaderValue;
        options.ShouldRedactHeaderValue = header =>
            header.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
            || header.Equals("x-amz-security-token", StringComparison.OrdinalIgnoreCase)
            || asked(header);
    }
}
