using AppFlow.Fluent.Extensions.DependencyInjection.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of the clients of Amazon AppFlow.</summary>
/// <remarks>
/// A check says whether the client has a region and gets credentials, which for a role or an instance asks whoever gives them, and, where it is
/// asked to, whether the service lists one connector. It never throws: whatever is wrong is the description of its result, with the exception.
/// Of a fake in the client's place there is nothing to check but the list.
/// </remarks>
public static class AppFlowHealthChecksBuilderExtensions
{
    /// <summary>Adds a check of the client that <c>AddAppFlowClient</c> adds.</summary>
    /// <param name="builder">Where to add it.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="listOneConnector">Whether to call the service: the caller must be allowed <c>appflow:ListConnectors</c>.</param>
    /// <param name="failureStatus">What a failure is reported as; <see cref="HealthStatus.Unhealthy"/> where it is null.</param>
    /// <param name="tags">Tags to choose the check by.</param>
    /// <param name="timeout">How long the check may take; without limit where it is null.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is null.</exception>
    public static IHealthChecksBuilder AddAppFlow(
        this IHealthChecksBuilder builder,
        string name = "appflow",
        bool listOneConnector = false,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null) => Add(builder, serviceKey: null, name, listOneConnector, failureStatus, tags, timeout);

    /// <summary>Adds a check of the client that <c>AddKeyedAppFlowClient</c> adds for the key.</summary>
    /// <param name="builder">Where to add it.</param>
    /// <param name="serviceKey">The key of the client.</param>
    /// <param name="name">The name of the check; <c>appflow:{key}</c> where it is null.</param>
    /// <param name="listOneConnector">Whether to call the service: the caller must be allowed <c>appflow:ListConnectors</c>.</param>
    /// <param name="failureStatus">What a failure is reported as; <see cref="HealthStatus.Unhealthy"/> where it is null.</param>
    /// <param name="tags">Tags to choose the check by.</param>
    /// <param name="timeout">How long the check may take; without limit where it is null.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="serviceKey"/> is null.</exception>
    public static IHealthChecksBuilder AddKeyedAppFlow(
        this IHealthChecksBuilder builder,
        object serviceKey,
        string? name = null,
        bool listOneConnector = false,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(serviceKey);
        return Add(builder, serviceKey, name ?? $"appflow:{serviceKey}", listOneConnector, failureStatus, tags, timeout);
    }

    private static IHealthChecksBuilder Add(
        IHealthChecksBuilder builder,
        object? serviceKey,
        string name,
        bool listOneConnector,
        HealthStatus? failureStatus,
        IEnumerable<string>? tags,
        TimeSpan? timeout)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new AppFlowHealthCheck(provider, serviceKey, listOneConnector),
            failureStatus,
            tags,
            timeout));
    }
}
