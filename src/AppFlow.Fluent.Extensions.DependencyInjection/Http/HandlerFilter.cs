using Microsoft.Extensions.Http;

namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>Gives one HTTP client its primary handler, where nobody else does, and takes away the handlers that would send again.</summary>
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
