using Microsoft.Extensions.Http;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>Gives one HTTP client a primary handler if it has none, and removes the handlers that would retry.</summary>
/// <param name="name">The name of the HTTP client.</param>
internal sealed class HandlerFilter(string name) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return builder =>
        {
            if (builder.Name != name)
            {
                next(builder);
                return;
            }

            builder.PrimaryHandler = PrimaryHandler.Make();
            next(builder);
            PrimaryHandler.Adjust(builder.PrimaryHandler);
            ResilienceHandlers.RemoveFrom(builder.AdditionalHandlers);
        };
    }
}
