namespace AppFlow.Fluent.Extensions.DependencyInjection.Http;

/// <summary>
/// Handlers that retry requests by themselves. The client's own retries handle tokens, quota and clock; retries below them would multiply
/// the attempts.
/// </summary>
internal static class ResilienceHandlers
{
    // Recognised by name, because this library depends on neither of their packages.
    private const string ResilienceNamespace = "Microsoft.Extensions.Http.Resilience";
    private const string PolicyHandler = "Microsoft.Extensions.Http.PolicyHttpMessageHandler";

    public static void RemoveFrom(IList<DelegatingHandler> handlers)
    {
        for (var i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsOne(handlers[i].GetType()))
            {
                handlers.RemoveAt(i);
            }
        }
    }

    private static bool IsOne(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.FullName == PolicyHandler
                || type.Namespace == ResilienceNamespace
                || type.Namespace?.StartsWith(ResilienceNamespace + ".", StringComparison.Ordinal) == true)
            {
                return true;
            }
        }

        return false;
    }
}
